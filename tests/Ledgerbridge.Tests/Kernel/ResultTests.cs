using Ledgerbridge.Kernel;

namespace Ledgerbridge.Tests.Kernel;

public sealed class ResultTests
{
    private static readonly Problem Gone = new(ProblemCode.NotFound, "That invoice is not in this workspace.");

    [Fact]
    public void A_value_is_a_result_that_worked()
    {
        Result<string> result = "SI-27";

        Assert.True(result.Succeeded(out var value, out var problem));
        Assert.Equal("SI-27", value);
        Assert.Null(problem);
        Assert.Equal(new Result<string>.Ok("SI-27"), result);
    }

    [Fact]
    public void A_problem_is_a_result_that_failed()
    {
        Result<string> result = Gone;

        Assert.False(result.Succeeded(out var value, out var problem));
        Assert.Null(value);
        Assert.Equal(Gone, problem);
        Assert.Equal(new Result<string>.Failed(Gone), result);
    }

    [Fact]
    public void A_result_is_one_of_two_and_nobody_can_add_a_third()
    {
        var cases = typeof(Result<>).GetNestedTypes();
        var constructors = typeof(Result<string>).GetConstructors(
            System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic
        );

        Assert.Equal(["Failed", "Ok"], cases.Select(static type => type.Name).Order());
        Assert.All(cases, static type => Assert.True(type.IsSealed));
        Assert.DoesNotContain(constructors, static constructor => constructor.IsPublic || IsOpenToHeirs(constructor));
    }

    [Fact]
    public void A_refusal_of_one_field_speaks_that_field_s_sentence()
    {
        var problem = Problem.Invalid("line_items[0].quantity", "Quantity must be above 0.");

        Assert.Equal(ProblemCode.Invalid, problem.Code);
        Assert.Equal("Quantity must be above 0.", problem.Message);
        Assert.Equal([new FieldError("line_items[0].quantity", "Quantity must be above 0.")], problem.Errors);
    }

    [Fact]
    public void A_refusal_of_several_fields_counts_and_keeps_them_all()
    {
        FieldError[] errors = [new("reference", "Give a reference."), new("due_date", "The due date is before the date.")];

        var problem = Problem.Invalid(errors);

        Assert.Equal("2 fields need attention.", problem.Message);
        Assert.Equal(errors, problem.Errors);
    }

    [Fact]
    public void A_refusal_that_names_no_field_is_a_bug() => Assert.Throws<ArgumentException>(() => Problem.Invalid([]));

    [Fact]
    public void A_problem_of_no_field_has_no_field_errors() => Assert.Empty(Gone.Errors);

    [Fact]
    public void No_reason_is_the_default_one() => Assert.DoesNotContain(default, Enum.GetValues<ProblemCode>());

    /// <summary>The copy constructor of a record is open to heirs; it needs an instance, which only the two cases can make.</summary>
    private static bool IsOpenToHeirs(System.Reflection.ConstructorInfo constructor) =>
        constructor.IsFamily && constructor.GetParameters().Length == 0;
}
