using Ledgerbridge.Kernel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ledgerbridge.Tests.Repository;

/// <summary>What the compiled kernel may use. Each look is also taken at a planted assembly that uses what it may not.</summary>
public sealed class KernelAssemblyTests
{
    /// <summary>What the compiler puts into every method with <c>yield</c>.</summary>
    private const string IteratorMark = "System.Environment.get_CurrentManagedThreadId";

    private static readonly string[] Outside =
    [
        "System.IO.",
        "System.Net.",
        "System.Data.",
        "System.Threading.",
        "System.Diagnostics.Process",
        "System.Environment",
        "System.Console",
        "System.TimeProvider",
        "System.Random",
        "System.Security.Cryptography.",
        "Microsoft.Extensions.",
    ];

    [Fact]
    public void The_kernel_touches_nothing_outside_itself() => Assert.Empty(OutsideOf(Kernel));

    [Theory]
    [InlineData("object M() => new System.IO.MemoryStream();")]
    [InlineData("object M() => System.Net.WebUtility.HtmlEncode(null);")]
    [InlineData("object M() => System.Environment.NewLine;")]
    [InlineData("System.Threading.CancellationToken M() => default;")]
    [InlineData("async System.Threading.Tasks.Task M() => await M();")]
    [InlineData("object M() => System.TimeProvider.System;")]
    [InlineData("int M() => new System.Random(1).Next();")]
    public void A_planted_touch_of_the_outside_is_reported(string member) => Assert.NotEmpty(OutsideOf(Planted(member)));

    [Fact]
    public void The_kernel_knows_only_the_framework() =>
        Assert.All(AssemblyUse.ForeignAssemblies(Kernel()), static name => Assert.StartsWith("System.", name, StringComparison.Ordinal));

    [Fact]
    public void Another_assembly_would_be_seen()
    {
        using var tests = File.OpenRead(typeof(KernelAssemblyTests).Assembly.Location);

        Assert.Contains("Ledgerbridge.Kernel", AssemblyUse.ForeignAssemblies(tests));
    }

    [Fact]
    public void No_signature_in_the_kernel_holds_a_binary_fraction() => Assert.Empty(AssemblyUse.BinaryFractions(Kernel()));

    [Theory]
    [InlineData("double F;")]
    [InlineData("float M() => 1;")]
    [InlineData("void M(double? x) { }")]
    [InlineData("void M(ref double[] x) { }")]
    [InlineData("System.Half F;")]
    [InlineData("decimal M(decimal x) { var y = (double)x; y += x > 1 ? 1 : 2; return (decimal)y; }")]
    [InlineData("decimal M(decimal x) => (decimal)System.Math.Sqrt((int)x);")]
    [InlineData("object M() => new System.Collections.Generic.List<double>();")]
    [InlineData("object M() => System.Array.Empty<float>();")]
    [InlineData("System.Func<decimal, double> F;")]
    public void A_planted_binary_fraction_is_reported(string member) => Assert.NotEmpty(AssemblyUse.BinaryFractions(Planted(member)()));

    [Fact]
    public void A_planted_assembly_of_decimals_and_iterators_is_left_alone()
    {
        var planted = Planted(
            "decimal M(decimal x) => System.Math.Abs(x) * 1.5m; System.Collections.Generic.IEnumerable<int> N() { yield return 1; }"
        );

        Assert.Empty(AssemblyUse.BinaryFractions(planted()));
        Assert.Empty(OutsideOf(planted));
    }

    private static IEnumerable<string> OutsideOf(Func<Stream> assembly)
    {
        using var stream = assembly();
        return AssemblyUse
            .ForeignNames(stream)
            .Where(static name => name != IteratorMark && Outside.Any(place => name.StartsWith(place, StringComparison.Ordinal)));
    }

    private static FileStream Kernel() => File.OpenRead(typeof(Money).Assembly.Location);

    private static Func<Stream> Planted(string member)
    {
        var compilation = CSharpCompilation.Create(
            "Planted",
            [CSharpSyntaxTree.ParseText($"class C {{ {member} }}")],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release)
        );
        var assembly = new MemoryStream();
        var emitted = compilation.Emit(assembly);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        return () => new MemoryStream(assembly.ToArray());
    }
}
