using System.Text;
using Ledgerbridge.Kernel;
using Ledgerbridge.Server.Stores.Documents;
using Ledgerbridge.Testing;

namespace Ledgerbridge.Tests.Stores;

/// <summary>The documents of <c>contracts/store</c>.</summary>
internal static class StoreSamples
{
    public static StoreInvoice Invoice(string name) => Value(StoreDocuments.ParseInvoice(Bytes("invoice", name)));

    public static StoreCreditMemo CreditMemo(string name) => Value(StoreDocuments.ParseCreditMemo(Bytes("creditmemo", name)));

    public static StorePayment Payment(string name) => Value(StoreDocuments.ParsePayment(Bytes("payment", name)));

    public static StoreCustomer Customer(string name) => Value(StoreDocuments.ParseCustomer(Bytes("customer", name)));

    public static StoreProduct Product(string name) => Value(StoreDocuments.ParseProduct(Bytes("product", name)));

    public static TheoryData<string> Names(string kind) =>
        [
            .. Directory
                .GetFiles(RepositoryFiles.At("contracts", "store", kind))
                .Select(static path => Path.GetFileNameWithoutExtension(path)!)
                .Order(),
        ];

    public static string Text(string kind, string name) => Encoding.UTF8.GetString(Bytes(kind, name));

    public static byte[] Bytes(string kind, string name) =>
        File.ReadAllBytes(RepositoryFiles.At("contracts", "store", kind, $"{name}.json"));

    public static T Value<T>(Result<T> result) =>
        result.Succeeded(out var value, out var problem) ? value : throw new InvalidOperationException(problem.Message);
}
