using System.Text.Json;
using Ledgerbridge.Kernel;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Posting.Plans;
using Ledgerbridge.Server.Runs.Internal;

namespace Ledgerbridge.Server.Runs;

/// <summary>Tells a plan that nobody carries out.</summary>
internal static class DryRuns
{
    public static DryRunResponse ToResponse(PlanResult result) =>
        result switch
        {
            { Plan: Plan.Planned planned } => new DryRunResponse(
                DryRunOutcome.Planned,
                "This would be posted:",
                "",
                Reason: null,
                DecisionResponse.Of(planned.Decisions),
                [.. planned.Steps.Select(ToResponse)]
            ),
            { Plan: Plan.Skipped skipped } => new DryRunResponse(
                DryRunOutcome.Skipped,
                skipped.Sentence,
                "",
                skipped.Reason.Code(),
                DecisionResponse.Of(skipped.Decisions),
                []
            ),
            { Plan: Plan.Failed failed } => new DryRunResponse(
                DryRunOutcome.Failed,
                failed.Sentence,
                failed.NextStep,
                failed.Cause.Code(),
                DecisionResponse.Of(failed.Decisions),
                []
            ),
            { Plan: Plan.Waits waits } => new DryRunResponse(
                DryRunOutcome.Waits,
                waits.Sentence,
                "",
                Reason: null,
                DecisionResponse.Of(waits.Decisions),
                []
            ),
            { Outcome: RunOutcome.Failed failed } => new DryRunResponse(
                DryRunOutcome.Failed,
                failed.Sentence,
                failed.NextStep,
                failed.Cause.Code(),
                [],
                []
            ),
            _ => throw new InvalidOperationException("A plan is one of four, or there is a reason why there is none."),
        };

    /// <summary>What a step would do, in a sentence.</summary>
    public static string Told(PlanStep step) => ToResponse(step).Sentence;

    public static DryStepResponse ToResponse(PlanStep step) =>
        step switch
        {
            PlanStep.KnownContact => new DryStepResponse("known_contact", "The customer's contact is in the books already.", Request: null),
            PlanStep.CreateContact contact => new DryStepResponse(
                "create_contact",
                $"A contact is made under the reference {contact.References[0]}.",
                Json(contact.Contact)
            ),
            PlanStep.UpdateContact contact => new DryStepResponse("update_contact", "The contact is changed.", Json(contact.Wanted)),
            PlanStep.CreateInvoice invoice => new DryStepResponse(
                "create_invoice",
                $"An invoice for {MoneyText.Screen(invoice.Expected.Gross)} is made.",
                Json(invoice.Invoice)
            ),
            PlanStep.CreateCreditNote note => new DryStepResponse(
                "create_credit_note",
                $"A credit note for {MoneyText.Screen(note.Expected.Gross)} is made.",
                Json(note.CreditNote)
            ),
            PlanStep.CreatePayment payment => new DryStepResponse(
                "create_payment",
                $"{MoneyText.Screen(payment.Payment.Amount)} are booked as paid.",
                Json(payment.Payment)
            ),
            PlanStep.Allocate allocate => new DryStepResponse(
                "allocate",
                "The credit note is set against its invoice.",
                Json(allocate.Allocation)
            ),
            PlanStep.CreateItem item => new DryStepResponse("create_item", $"{item.Item.Code} is added to the books.", Json(item.Item)),
            PlanStep.UpdateItem item => new DryStepResponse(
                "update_item",
                $"{item.Wanted.Code} is changed in the books.",
                Json(item.Wanted)
            ),
            PlanStep.MoveStock move => new DryStepResponse("move_stock", "Stock is brought into step.", Json(move.Movement)),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, "Every step is told."),
        };

    private static JsonElement Json<T>(T value) => JsonSerializer.SerializeToElement(value, ApiJson.Options);
}
