namespace Ledgerbridge.Sandbox.Api;

/// <summary>Collects what is wrong with a request, so that all of it is answered at once.</summary>
internal sealed class Violations
{
    private readonly List<ApiProblem> _problems = [];
    private bool _recordMissing;

    /// <summary>True when something is wrong.</summary>
    public bool Any => _recordMissing || _problems.Count > 0;

    /// <summary>A rule is broken.</summary>
    public void Add(string source, string message) => _problems.Add(new ApiProblem("RecordInvalid", message, source));

    /// <summary>The body's structure is wrong, in the bracketed path Sage uses for it.</summary>
    public void Structure(string path, string message) => _problems.Add(new ApiProblem("Validation", message, path));

    /// <summary>A field is missing.</summary>
    public void Required(string source) => Add(source, "This field is required.");

    /// <summary>A referenced id exists nowhere in the business: Sage answers 404 without naming the field.</summary>
    public void RecordMissing() => _recordMissing = true;

    /// <summary>The refusal; only when <see cref="Any"/>.</summary>
    public ApiAnswer Answer() => _recordMissing ? ApiProblems.NotFound : ApiProblems.Of(422, _problems);
}
