using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox.Api;
using Ledgerbridge.Sandbox.Books;
using Ledgerbridge.Sandbox.Resources;

namespace Ledgerbridge.Sandbox.Pages;

/// <summary>A sales document on paper: title, parties, lines, tax by rate, totals.</summary>
internal sealed class InvoicePdf
{
    private const double Left = 48;
    private const double Right = PdfPages.Width - 48;
    private const double Bottom = PdfPages.Height - 60;
    private const double QuantityAt = 330;
    private const double PriceAt = 405;
    private const double TaxAt = 475;

    private readonly PdfPages _pages = new();
    private readonly Scope _scope;
    private readonly SalesKind _kind;
    private readonly JsonObject _body;
    private double _y = 60;

    private InvoicePdf(Scope scope, SalesKind kind, JsonObject body)
    {
        _scope = scope;
        _kind = kind;
        _body = body;
    }

    /// <summary>The file.</summary>
    public static byte[] Render(Scope scope, SalesKind kind, JsonObject body)
    {
        var pdf = new InvoicePdf(scope, kind, body);
        pdf.Head();
        pdf.Parties();
        pdf.Lines();
        pdf.Totals();
        pdf.Foot();
        return pdf._pages.Save($"{pdf.Title} {body.Text("displayed_as")}");
    }

    private string Title =>
        _body.LinkId("status") switch
        {
            "DRAFT" => $"Draft {Name}",
            "PRO_FORMA" => $"Pro Forma {Name}",
            _ => _scope.Shelf.TaxRegistered && _kind.HasDueDate ? $"Tax {Name}" : Name,
        };

    private string Name => _kind.HasDueDate ? "Invoice" : "Credit Note";

    private void Head()
    {
        _pages.Text(Left, _y, Title, PdfFont.Bold, 20);
        _pages.TextRight(Right, _y, _body.Text("displayed_as") ?? "", PdfFont.Bold, 14);
        _y += 18;
        if (_body.LinkId("status") == "VOID")
            _pages.Text(Left, _y, $"VOID: {_body.Text("void_reason")}", PdfFont.Bold, 11);
        _pages.TextRight(
            Right,
            _y,
            _kind.HasDueDate ? $"Date {_body.Text("date")}   Due {_body.Text("due_date")}" : $"Date {_body.Text("date")}"
        );
        _y += 13;
        if (_body.Text("reference") is { Length: > 0 } reference)
            _pages.TextRight(Right, _y, $"Reference {reference}");
        _y += 22;
    }

    private void Parties()
    {
        var business = _scope.Business;
        var seller = new List<string>
        {
            business.Name,
            business.AddressLine1,
            $"{business.City}, {business.Region}",
            business.PostalCode,
            business.Telephone,
        };
        if (business.CompanyNumber is { } number)
            seller.Add("Company no. " + number);
        if (_scope.Shelf.TaxRegistered)
            seller.Add("VAT no. " + _scope.Shelf.TaxNumber);
        var buyer = new List<string> { _body.Text("contact_name") ?? "" };
        buyer.AddRange((_body.Text("main_address_free_form") ?? "").Split('\n'));
        if (_scope.Documents.FindAny(ContactShapes.Contacts, _body.LinkId("contact") ?? "")?.Body.Text("tax_number") is { Length: > 0 } vat)
            buyer.Add("VAT no. " + vat);
        var top = _y;
        Column(Left, "From", seller);
        var end = _y;
        _y = top;
        Column(310, "To", buyer);
        _y = Math.Max(_y, end) + 18;
    }

    private void Column(double x, string head, List<string> lines)
    {
        _pages.Text(x, _y, head, PdfFont.Bold);
        foreach (var line in lines.Where(static line => line.Length > 0))
            _pages.Text(x, _y += 12, line);
        _y += 12;
    }

    private void Lines()
    {
        LineHead();
        foreach (var line in ((JsonArray)_body[_kind.LinesKey]!).OfType<JsonObject>())
        {
            var description = PdfPages.Wrap(line.Text("description") ?? "", QuantityAt - Left - 50, 9).ToList();
            if (_y + (description.Count * 12) > Bottom)
            {
                _pages.Turn();
                _y = 60;
                LineHead();
            }
            _pages.TextRight(QuantityAt, _y, Amounts.Text(line.Amount("quantity")));
            _pages.TextRight(PriceAt, _y, Html.Money(line.Amount("unit_price")));
            _pages.TextRight(TaxAt, _y, Html.Money(line.Amount("tax_amount")));
            _pages.TextRight(Right, _y, Html.Money(line.Amount("total_amount")));
            foreach (var part in description)
            {
                _pages.Text(Left, _y, part);
                _y += 12;
            }
        }
        _pages.Rule(Left, Right, _y - 4);
    }

    private void LineHead()
    {
        _pages.Text(Left, _y, "Description", PdfFont.Bold);
        _pages.TextRight(QuantityAt, _y, "Quantity", PdfFont.Bold);
        _pages.TextRight(PriceAt, _y, "Unit price", PdfFont.Bold);
        _pages.TextRight(TaxAt, _y, "Tax", PdfFont.Bold);
        _pages.TextRight(Right, _y, "Total", PdfFont.Bold);
        _pages.Rule(Left, Right, _y + 4);
        _y += 17;
    }

    private void Totals()
    {
        if (_y + 120 > Bottom)
        {
            _pages.Turn();
            _y = 60;
        }
        _y += 12;
        if (_body.Amount("shipping_total_amount") != 0m)
            Total("Shipping (incl. tax)", _body.Amount("shipping_total_amount"));
        foreach (var part in ((JsonArray)_body["tax_analysis"]!).OfType<JsonObject>())
            Total(
                $"Tax, {(part["tax_rate"] as JsonObject)?.Text("displayed_as")} on {Html.Money(part.Amount("net_amount"))}",
                part.Amount("tax_amount")
            );
        Total("Net", _body.Amount("net_amount"));
        Total("Tax", _body.Amount("tax_amount"));
        Total($"Total {_body.LinkId("currency")}", _body.Amount("total_amount"), PdfFont.Bold);
        if (_body.LinkId("currency") != _scope.Business.Currency)
            Total($"Total {_scope.Business.Currency} at {_body.Text("exchange_rate")}", _body.Amount("base_currency_total_amount"));
    }

    private void Total(string label, decimal amount, PdfFont font = PdfFont.Regular)
    {
        _pages.TextRight(TaxAt, _y, label, font);
        _pages.TextRight(Right, _y, Html.Money(amount), font);
        _y += 13;
    }

    private void Foot()
    {
        _y += 12;
        foreach (var line in PdfPages.Wrap(_body.Text("terms_and_conditions") ?? "", Right - Left, 9).Take(6))
            _pages.Text(Left, _y += 12, line);
        _pages.Text(
            Left,
            PdfPages.Height - 30,
            "Made by the Ledgerbridge sandbox, which simulates Sage. Not a document of any real business.",
            size: 7
        );
    }
}
