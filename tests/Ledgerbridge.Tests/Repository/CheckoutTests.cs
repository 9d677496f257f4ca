namespace Ledgerbridge.Tests.Repository;

public sealed class CheckoutTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ledgerbridge-checkout-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Git_s_own_view_decides_what_a_file_of_the_repository_is()
    {
        Checkout.Git(_folder.FullName, "init", "--quiet");
        Write(".gitignore", "out/\n");
        Write("kept.cs", "class A;");
        Write("out/forced.txt", "x");
        Write("out/left.txt", "x");
        Write("run", "#!/bin/sh\n");
        Write("image.bin", "\0\0");
        Checkout.Git(_folder.FullName, "add", "kept.cs", "run");
        Checkout.Git(_folder.FullName, "add", "--force", "out/forced.txt");
        Checkout.Git(_folder.FullName, "update-index", "--chmod=+x", "run");

        var files = Checkout.Read(_folder.FullName).ToDictionary(static file => file.Path, StringComparer.Ordinal);

        Assert.Equal([".gitignore", "image.bin", "kept.cs", "out/forced.txt", "run"], files.Keys);
        Assert.Equal("class A;", files["kept.cs"].Text);
        Assert.Equal("", files["image.bin"].Text);
        Assert.True(files["out/forced.txt"].IsIgnored);
        Assert.False(files["kept.cs"].IsIgnored);
        Assert.True(files["run"].IsExecutable);
        Assert.False(files["kept.cs"].IsExecutable);
    }

    [Fact]
    public void Sources_without_git_are_all_files_but_those_that_building_leaves_behind()
    {
        Write("src/A/kept.cs", "class A;");
        Write("src/A/obj/made.cs", "class B;");
        Write("web/node_modules/x/index.js", "x");

        var file = Assert.Single(Checkout.ReadUnpacked(_folder.FullName));

        Assert.Equal(("src/A/kept.cs", "class A;", false), (file.Path, file.Text, file.IsExecutable));
    }

    [Fact]
    public void What_git_refuses_is_told() =>
        Assert.Contains(
            "ls-files",
            Assert
                .Throws<InvalidOperationException>(() => Checkout.Git(_folder.FullName, "ls-files", "--error-unmatch", "nothing"))
                .Message,
            StringComparison.Ordinal
        );

    private void Write(string path, string text)
    {
        var place = new FileInfo(Path.Combine(_folder.FullName, path));
        place.Directory!.Create();
        File.WriteAllText(place.FullName, text);
    }
}
