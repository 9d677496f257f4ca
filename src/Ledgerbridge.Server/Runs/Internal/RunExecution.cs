using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Posting;
using Ledgerbridge.Server.Posting.Plans;
using Ledgerbridge.Server.Stores.Documents;

namespace Ledgerbridge.Server.Runs.Internal;

/// <summary>
/// Carries a plan out, step after step, each through the posting journal. Going over the same plan again repeats nothing: every step has
/// its key, and what is posted under it is taken as it is.
/// </summary>
internal sealed class RunExecution(PostingJournal journal, RunLinks links)
{
    private const int SageReferenceMax = 25;
    private const int ContactTurns = 64;

    /// <summary>Two documents of one new customer that are worked on at once make one contact: the second waits for the first.</summary>
    private readonly SemaphoreSlim[] _contacts = [.. Enumerable.Range(0, ContactTurns).Select(static _ => new SemaphoreSlim(1, 1))];

    /// <summary>Carries out a plan and says what it came to.</summary>
    public async Task<RunOutcome> CarryOutAsync(PlanTask task, OpenBooks books, Plan.Planned plan, CancellationToken ct)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        var done = new Done();
        foreach (var (number, step) in plan.Steps.Index())
        {
            var failure = await StepAsync(task with { Step = number }, books, step.WithIds(ids), ids, done, ct);
            if (failure is not null)
                return failure with { SageId = done.SageId, Reference = done.Reference };
        }
        return new RunOutcome.Synced(done.SageId, done.Reference, done.Sentence);
    }

    private async Task<RunOutcome.Failed?> StepAsync(
        PlanTask task,
        OpenBooks books,
        PlanStep step,
        Dictionary<string, string> ids,
        Done done,
        CancellationToken ct
    )
    {
        if (step is PlanStep.KnownContact known)
        {
            ids[StepIds.Contact] = known.ContactId;
            return null;
        }
        if (step is PlanStep.CreateContact contact)
        {
            var turn = _contacts[(HashCode.Combine(task.Store, contact.Key) & int.MaxValue) % ContactTurns];
            await turn.WaitAsync(ct);
            try
            {
                return await CreateContactAsync(task, contact, ids, done, ct);
            }
            finally
            {
                turn.Release();
            }
        }
        if (step is PlanStep.UpdateContact { Present: null } unseen)
        {
            var read = await books.Books.GetContactAsync(unseen.ContactId, ct);
            if (!read.Succeeded(out var present, out var unread))
                return RunFailures.Of(unread.ToProblem());
            step = unseen with { Present = present };
        }
        var status = await PostAsync(task, RunSteps.IntentOf(task, step), ct);
        if (status.State is not (PostingState.Posted or PostingState.Differs))
        {
            return FailureOf(status) with
            {
                MayBeSettledOtherwise = status.State == PostingState.Refused && step is PlanStep.CreatePayment or PlanStep.Allocate,
            };
        }
        if (step.Gives is { } gives)
            ids[gives] = status.SageId;
        done.Note(step, status);
        await KeepAsync(task, step, status);
        return status.State == PostingState.Differs ? FailureOf(status) : null;
    }

    /// <summary>Sage keeps the reference of a deleted contact reserved, so one that is refused leads to the next.</summary>
    private async Task<RunOutcome.Failed?> CreateContactAsync(
        PlanTask task,
        PlanStep.CreateContact step,
        Dictionary<string, string> ids,
        Done done,
        CancellationToken ct
    )
    {
        var refused = default(PostingStatus);
        foreach (var reference in step.References)
        {
            var details = step.Contact with { Reference = reference };
            var status = await PostAsync(task, RunSteps.ContactIntent(task, step.Key, details), ct);
            if (status.State == PostingState.Posted)
            {
                ids[StepIds.Contact] = status.SageId;
                await links.KeepAsync(task.Store, step.Key, status.Read<BooksContact>());
                done.NoteContact(reference, isFirst: reference == step.References[0], status);
                return null;
            }
            if (!status.ReferenceTaken)
                return FailureOf(status);
            refused = status;
        }
        return FailureOf(refused!);
    }

    /// <summary>A change is kept as it was wanted: Sage answers with less than it was sent.</summary>
    private Task KeepAsync(PlanTask task, PlanStep step, PostingStatus status) =>
        step switch
        {
            PlanStep.UpdateContact update => links.KeepAsync(
                task.Store,
                update.Key,
                update.Present! with
                {
                    Details = update.Wanted with { Reference = update.Present.Details.Reference },
                }
            ),
            PlanStep.CreateItem create => links.KeepAsync(task.Store, create.Sku, status.Read<BooksItem>()),
            PlanStep.UpdateItem update => links.KeepAsync(task.Store, update.Sku, status.Read<BooksItem>()),
            _ => Task.CompletedTask,
        };

    private async Task<PostingStatus> PostAsync(PlanTask task, PostingIntent intent, CancellationToken ct)
    {
        var posting = await journal.StoreOnceAsync(intent, ct);
        // One attempt: what has to wait is waited for by the run, so that the lane goes on with others.
        return await journal.CarryOutAsync(task.Store.Workspace, posting, TimeSpan.Zero, ct);
    }

    private static RunOutcome.Failed FailureOf(PostingStatus status)
    {
        var problem = status.Problem ?? new Problem(ProblemCode.SageUnavailable, "It is still on its way to Sage.");
        return RunFailures.Of(problem) with
        {
            MayPass = status.State is PostingState.Waiting or PostingState.Sending,
            NotBefore = status.NextAttemptAt,
        };
    }

    /// <summary>What has been done so far, for the run's row.</summary>
    private sealed class Done
    {
        private readonly List<string> _sentences = [];

        public string SageId { get; private set; } = "";

        public string Reference { get; private set; } = "";

        public string Sentence => _sentences.Count > 0 ? string.Join(" ", _sentences) : "Everything is in the books already.";

        public void Note(PlanStep step, PostingStatus status)
        {
            var (id, name, sentence) = RunSteps.Told(step, status);
            _sentences.Add(sentence);
            if (SageId.Length == 0 || RunSteps.IsDocument(step))
                (SageId, Reference) = (id, StoreText.Cut(name, SageReferenceMax));
        }

        public void NoteContact(string reference, bool isFirst, PostingStatus status)
        {
            _sentences.Add(
                isFirst
                    ? $"The contact {reference} was made."
                    : $"The contact was made as {reference}, because Sage keeps the reference of a deleted contact reserved."
            );
            if (SageId.Length == 0)
                (SageId, Reference) = (status.SageId, reference);
        }
    }
}
