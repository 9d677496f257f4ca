using Microsoft.Playwright;

namespace Ledgerbridge.EndToEndTests.Pages;

/// <summary>The new-invoice screen, by the names that automation relies on.</summary>
public sealed class InvoiceForm(IPage page)
{
    public ILocator Customer => page.GetByTestId("customer-select");

    /// <summary>The customers that are offered.</summary>
    public ILocator Customers => page.GetByRole(AriaRole.Listbox, new() { Name = "Customer" }).GetByRole(AriaRole.Option);

    public ILocator Reference => page.GetByTestId("reference-input");

    public ILocator Date => page.GetByTestId("date-input");

    public ILocator DueDate => page.GetByTestId("due-date-input");

    public ILocator AddLine => page.GetByTestId("add-line-item");

    public ILocator Descriptions => page.GetByTestId("description-input");

    public ILocator Quantities => page.GetByTestId("quantity-input");

    public ILocator UnitPrices => page.GetByTestId("unit-price-input");

    public ILocator PreviewButton => page.GetByTestId("preview-button");

    public ILocator Preview => page.GetByTestId("preview");

    public ILocator ConfirmButton => page.GetByTestId("confirm-button");

    /// <summary>What became of the confirmation.</summary>
    public ILocator Outcome => page.GetByTestId("confirming");

    /// <summary>All that is wrong, with links to the fields.</summary>
    public ILocator Errors => page.GetByTestId("error-summary");

    public Task OpenAsync() => page.GotoAsync("/invoices/new");

    /// <summary>Types the beginning of a name and takes the first customer that is found.</summary>
    public async Task ChooseCustomerAsync(string search)
    {
        await Customer.FillAsync(search);
        await Customers.Filter(new() { HasText = search }).First.ClickAsync();
    }

    /// <summary>Fills one line, from 0.</summary>
    public async Task FillLineAsync(int index, string description, string quantity, string unitPrice)
    {
        await Descriptions.Nth(index).FillAsync(description);
        await Quantities.Nth(index).FillAsync(quantity);
        await UnitPrices.Nth(index).FillAsync(unitPrice);
    }

    /// <summary>An invoice that is fine: one line of 100.00, under a reference of the test's own.</summary>
    public async Task FillAsync(string customer, string reference)
    {
        await ChooseCustomerAsync(customer);
        await Reference.FillAsync(reference);
        await FillLineAsync(0, "Consulting", "1", "100.00");
    }

    /// <summary>Opens the form, fills it, and shows its preview.</summary>
    public async Task PreviewAsync(string customer, string reference)
    {
        await OpenAsync();
        await FillAsync(customer, reference);
        await PreviewButton.ClickAsync();
        await Preview.WaitForAsync();
    }
}
