using System.Data.Common;
using Ledgerbridge.Server.Posting.Plans;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Server.Stores.Documents;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Runs.Internal;

/// <summary>
/// One attempt at one run: taken, planned, carried out, and its end written down. Whoever calls holds the lane, so nobody else is at it;
/// a process that dies on the way leaves a run that the next holder of the lane takes up where it was.
/// </summary>
internal sealed partial class RunWorker(
    Database database,
    RunPlanning planning,
    RunExecution execution,
    RunMissing missing,
    RunDocuments documents,
    Instance instance,
    TimeProvider time,
    ILogger<RunWorker> log
)
{
    /// <summary>Whatever was stored before is kept, and the next attempt goes on from there.</summary>
    private static readonly RunOutcome DatabaseFailed = new RunOutcome.Failed(
        FailureCause.Fault,
        "Ledgerbridge's own database did not do what it was asked. Nothing is lost; the run goes on by itself.",
        "Nothing is to be done. If it happens again and again, whoever runs this server looks after its database."
    )
    {
        MayPass = true,
    };

    private const string FollowsAnEarlierChange = "An earlier change of the same is still on its way; this one follows it.";

    /// <summary>Makes the attempt and returns the run as it then stands.</summary>
    public async Task<RunRow> WorkAsync(RunRow due, CancellationToken ct)
    {
        var run = await TakeAsync(due);
        var began = time.GetUtcNow();
        RunOutcome outcome;
        IReadOnlyList<FetchedDocument> read = [];
        try
        {
            (outcome, read) = await TryAsync(run, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The process is being stopped: the run is as it was, and the next holder of the lane goes on.
            throw;
        }
        catch (Exception failure) when (failure is DbException or DbUpdateException)
        {
            LogDatabase(failure, run.Id);
            outcome = DatabaseFailed;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            LogFault(fault, run.Id);
            outcome = new RunOutcome.Failed(FailureCause.Fault, FailureCause.Fault.Meaning(), FailureCause.Fault.NextStep());
        }
        return await FinishAsync(run, began, outcome, read);
    }

    private async Task<(RunOutcome Outcome, IReadOnlyList<FetchedDocument> Read)> TryAsync(RunRow run, CancellationToken ct)
    {
        if (run.Event.IsUpsert() && await IsOvertakingAsync(run, ct))
            return (new RunOutcome.Waits(new AwaitedEntity(run.EntityType, run.EntityId), FollowsAnEarlierChange), []);
        var task = PlanTask.Of(run);
        var tried = await TryAsync(run, task, ct);
        // A refund that came before its payment, or a person in Sage, has settled some of the invoice: the rest is planned anew, once.
        return tried.Outcome is RunOutcome.Failed { MayBeSettledOtherwise: true }
            ? await TryAsync(run, task with { AsksWhatIsOwed = true }, ct)
            : tried;
    }

    private async Task<(RunOutcome Outcome, IReadOnlyList<FetchedDocument> Read)> TryAsync(RunRow run, PlanTask task, CancellationToken ct)
    {
        var result = await planning.PlanAsync(task, ct);
        if (result.Plan is not { } plan)
            return (result.Outcome!, result.Documents);
        var outcome = plan switch
        {
            Plan.Planned planned => await execution.CarryOutAsync(task, result.Books!, planned, ct),
            Plan.Skipped skipped => new RunOutcome.Skipped(skipped.Reason, skipped.Sentence) { With = skipped.With },
            Plan.Failed failed => new RunOutcome.Failed(failed.Cause, failed.Sentence, failed.NextStep),
            Plan.Waits waits => new RunOutcome.Waits(waits.For, waits.Sentence),
            _ => throw new InvalidOperationException("A plan is one of four."),
        };
        if (outcome is RunOutcome.Waits { For.Entity: StoreEntity.Invoice } waiting)
            await missing.AskForInvoiceAsync(run, waiting.For.Id);
        return (outcome with { Decisions = plan.Decisions }, result.Documents);
    }

    /// <summary>
    /// True while an earlier change of the same is open: what it has stored to be sent would otherwise be sent after this one's, and the
    /// older count or name would be what stays.
    /// </summary>
    private Task<bool> IsOvertakingAsync(RunRow run, CancellationToken ct) =>
        database.ReadAsync(
            run.WorkspaceId,
            db =>
                db.Rows<RunRow>()
                    .AnyAsync(
                        row =>
                            row.StoreId == run.StoreId
                            && row.EntityType == run.EntityType
                            && row.EntityId == run.EntityId
                            && row.CreatedAt < run.CreatedAt
                            && row.Attempts > 0
                            && (row.State == RunState.Waiting || row.State == RunState.Running),
                        ct
                    )
        );

    private Task<RunRow> TakeAsync(RunRow due) =>
        database.WriteAsync(
            due.WorkspaceId,
            async db =>
            {
                var run = await db.Rows<RunRow>().SingleAsync(row => row.Id == due.Id);
                run.MoveTo(RunState.Running, time.GetUtcNow());
                (run.HeldBy, run.WaitsFor) = (instance.Name, "");
                run.Attempts++;
                return run;
            },
            CancellationToken.None
        );

    private Task<RunRow> FinishAsync(RunRow taken, DateTimeOffset began, RunOutcome outcome, IReadOnlyList<FetchedDocument> read) =>
        database.WriteAsync(
            taken.WorkspaceId,
            async db =>
            {
                var now = time.GetUtcNow();
                var run = await db.Rows<RunRow>().SingleAsync(row => row.Id == taken.Id);
                Apply(run, outcome, now);
                // Over all times the run was sent round; its own count begins anew each time.
                var number = await db.Rows<RunAttemptRow>().CountAsync(attempt => attempt.RunId == run.Id) + 1;
                db.Add(AttemptOf(run, number, began, now));
                await documents.KeepAsync(db, run, read);
                if (run.State.IsEnd())
                    await WakeDependentsAsync(db, run, now);
                else if (outcome is RunOutcome.Waits waits && await HasEndedSinceAsync(db, run, waits.For, began))
                    run.NextAttemptAt = now;
                return run;
            },
            CancellationToken.None
        );

    private static void Apply(RunRow run, RunOutcome outcome, DateTimeOffset now)
    {
        (run.Sentence, run.NextStep, run.SkipReason, run.FailureClass, run.Cause) = (outcome.Sentence, "", "", "", null);
        run.Decisions = RunWords.Write(outcome.Decisions);
        switch (outcome)
        {
            case RunOutcome.Synced synced:
                run.MoveTo(RunState.Synced, now);
                (run.OutcomeId, run.OutcomeReference) = (synced.SageId, synced.Reference);
                break;
            case RunOutcome.Skipped skipped:
                run.MoveTo(RunState.Skipped, now);
                (run.SkipReason, run.WaitsFor) = (skipped.Reason.Code(), skipped.With?.Text() ?? "");
                break;
            case RunOutcome.Waits waits when now - run.CreatedAt < RunSchedule.DependencyPatience:
                run.MoveTo(RunState.Waiting, now);
                (run.WaitsFor, run.NextAttemptAt) = (waits.For.Text(), now + RunSchedule.ForDependency(run.Attempts));
                break;
            case RunOutcome.Waits:
                Fail(run, FailureCause.WaitedTooLong, FailureCause.WaitedTooLong.NextStep(), now);
                break;
            case RunOutcome.Failed failed:
                ApplyFailure(run, failed, now);
                break;
        }
        if (run.State.IsEnd())
            (run.ReportDueAt, run.ReportAttempts) = (now, 0);
    }

    private static void ApplyFailure(RunRow run, RunOutcome.Failed failed, DateTimeOffset now)
    {
        if (failed.SageId.Length > 0)
            (run.OutcomeId, run.OutcomeReference) = (failed.SageId, failed.Reference);
        var wait = failed.MayPass && run.Attempts < (failed.AttemptsMax ?? int.MaxValue) ? RunSchedule.After(run.Attempts, null) : null;
        if (wait is not { } time)
        {
            Fail(run, failed.Cause, failed.NextStep, now);
            return;
        }
        run.MoveTo(RunState.Waiting, now);
        (run.Cause, run.FailureClass, run.NextStep) = (failed.Cause.Code(), failed.Cause.Class().Code(), failed.NextStep);
        run.NextAttemptAt = failed.NotBefore > now ? failed.NotBefore : now + time;
    }

    private static void Fail(RunRow run, FailureCause cause, string nextStep, DateTimeOffset now)
    {
        run.MoveTo(RunState.Failed, now);
        (run.Cause, run.FailureClass, run.NextStep) = (cause.Code(), cause.Class().Code(), nextStep);
    }

    private static RunAttemptRow AttemptOf(RunRow run, int number, DateTimeOffset began, DateTimeOffset now) =>
        new()
        {
            RunId = run.Id,
            Number = number,
            WorkspaceId = run.WorkspaceId,
            BeganAt = began,
            EndedAt = now,
            Outcome = run.State,
            Sentence = run.Sentence,
            FailureClass = run.FailureClass,
            Cause = run.Cause ?? "",
        };

    /// <summary>True when what a run is to wait for came to its end while the run was looked at: nobody would wake it.</summary>
    private static Task<bool> HasEndedSinceAsync(LedgerDb db, RunRow run, AwaitedEntity awaited, DateTimeOffset began) =>
        db.Rows<RunRow>()
            .AnyAsync(row =>
                row.StoreId == run.StoreId
                && row.EntityType == awaited.Entity
                && row.EntityId == awaited.Id
                && row.Id != run.Id
                && row.FinishedAt > began
            );

    /// <summary>What waited for this document is due now; so is what was left out with it, if it is in the books after all.</summary>
    private static async Task WakeDependentsAsync(LedgerDb db, RunRow run, DateTimeOffset now)
    {
        var awaited = new AwaitedEntity(run.EntityType, run.EntityId).Text();
        var dependents = await db.Rows<RunRow>()
            .Where(row => row.StoreId == run.StoreId && row.WaitsFor == awaited && row.WaitsFor != "" && row.Id != run.Id)
            .ToListAsync();
        foreach (var dependent in dependents)
        {
            var isLeftOut = dependent.State == RunState.Skipped;
            if (isLeftOut && run.State != RunState.Synced)
                continue;
            if (isLeftOut)
            {
                dependent.MoveTo(RunState.Queued, now);
                dependent.Attempts = 0;
            }
            (dependent.NextAttemptAt, dependent.WaitsFor) = (now, "");
        }
    }

    [LoggerMessage(1304, LogLevel.Warning, "The database failed while {Run} was worked on; it is tried again")]
    private partial void LogDatabase(Exception failure, RunId run);

    [LoggerMessage(1301, LogLevel.Error, "{Run} failed for a reason of Ledgerbridge's own")]
    private partial void LogFault(Exception fault, RunId run);
}
