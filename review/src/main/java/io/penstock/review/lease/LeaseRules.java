package io.penstock.review.lease;

import io.penstock.schema.Correction;
import io.penstock.schema.CorrectionOutcome;
import io.penstock.schema.Lease;
import io.penstock.schema.LeaseAction;
import io.penstock.schema.LeaseRequest;
import io.penstock.schema.OpenTask;
import io.penstock.schema.amount.TypedAmount;
import io.penstock.review.lease.Verdict.Granted;
import io.penstock.review.lease.Verdict.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who may do what with a task. Pure: the same task, request and time always give the same verdict.
 *
 * <p>The id of a lease is that of the request that began it, which only its sender knows; the name must fit too. A request that was granted
 * and comes again, because its sender was in doubt, is granted again and changes nothing.
 */
final class LeaseRules {

    /** Longest id, name or text that a request may bring: what is typed is short. */
    private static final int LONGEST = 256;

    /** What people type: digits, with a currency, points, strokes and the like, and no letters; nothing that a page takes for its own. */
    private static final Pattern TYPED = Pattern.compile("\\s*(?:Rs|Fr)?[^a-zA-Z<>&\"]*[0-9][^a-zA-Z<>&\"]*", Pattern.DOTALL);

    private final LeaseTimes times;
    private final KeyingPolicy keying;

    LeaseRules(LeaseTimes times, KeyingPolicy keying) {
        this.times = times;
        this.keying = keying;
    }

    /**
     * Decides on a request.
     *
     * @param task null: no such task is known
     * @param now  time of the request on its topic
     */
    Verdict decide(OpenTask task, LeaseRequest request, Instant now) {
        if (!isWellFormed(request)) {
            return new Refused(Refusal.REQUEST_INVALID);
        }
        return switch (request.getAction()) {
            case TAKE -> take(task, request, now);
            case REOPEN -> reopen(task, request, now);
            case EXTEND, RELEASE, POSTPONE, ANSWER -> held(task, request, now);
            case UNKNOWN -> new Refused(Refusal.REQUEST_INVALID);
        };
    }

    private static boolean isWellFormed(LeaseRequest request) {
        boolean named = Stream.of(request.getId(), request.getReviewer())
            .allMatch(text -> !text.isBlank() && text.length() <= LONGEST);
        return named && (request.getAction() != LeaseAction.ANSWER || request.getAnswer() != null && isComplete(request.getAnswer()));
    }

    private static boolean isComplete(Correction answer) {
        boolean isShort = Stream.of(answer.getText(), answer.getMeans(), Objects.requireNonNullElse(answer.getForm(), ""))
            .allMatch(said -> said.length() <= LONGEST);
        return isShort && switch (answer.getOutcome()) {
            case TEXT -> TYPED.matcher(answer.getText()).matches();
            case EMPTY, ILLEGIBLE, OTHER_FORM, WRONG_PLACE -> true;
            case UNKNOWN -> false;
        };
    }

    private Verdict take(OpenTask task, LeaseRequest request, Instant now) {
        if (task == null || task.getClosed() || isSettled(task, now)) {
            return new Refused(Refusal.TASK_CLOSED);
        }
        if (isHeld(task, now)) {
            return isAgain(task, request) ? unchanged(task) : new Refused(Refusal.TASK_TAKEN);
        }
        // an answer that the sink did not take counts for nothing
        OpenTask open = task.getSettled() == null ? task
            : OpenTask.newBuilder(task).setSettled(null).setSettledAt(null).setAnswers(List.of()).build();
        if (open.getAnswers().stream().anyMatch(answer -> answer.getReviewer().equals(request.getReviewer()))) {
            return new Refused(Refusal.TASK_KEYED_BEFORE);
        }
        return leased(open, request, now);
    }

    private Verdict reopen(OpenTask task, LeaseRequest request, Instant now) {
        if (task == null || task.getAnswers().isEmpty()) {
            return new Refused(Refusal.UNDO_TOO_LATE);
        }
        if (isHeld(task, now)) {
            return isAgain(task, request) ? unchanged(task) : new Refused(Refusal.TASK_TAKEN);
        }
        Correction last = task.getAnswers().get(task.getAnswers().size() - 1);
        boolean mine = last.getReviewer().equals(request.getReviewer()) && now.isBefore(last.getCorrectedAt().plus(times.correctable()));
        if (mine && task.getSettled() == null) {
            return leased(OpenTask.newBuilder(task).setAnswers(task.getAnswers().subList(0, task.getAnswers().size() - 1)).build(), request,
                now);
        }
        boolean alone = task.getAnswers().size() == 1 && last.getId().equals(task.getSettled()) && !last.getId().isEmpty();
        return mine && alone ? leased(task, request, now) : new Refused(Refusal.UNDO_TOO_LATE);
    }

    private Verdict held(OpenTask task, LeaseRequest request, Instant now) {
        if (task == null) {
            return new Refused(Refusal.TASK_CLOSED);
        }
        if (request.getAction() == LeaseAction.ANSWER
            && task.getAnswers().stream().anyMatch(answer -> answer.getId().equals(request.getId())
                && answer.getReviewer().equals(request.getReviewer()))) {
            return unchanged(task);
        }
        Lease lease = task.getLease();
        if (lease == null && task.getSettled() != null) {
            return new Refused(Refusal.TASK_CLOSED);
        }
        if (lease == null || !lease.getId().equals(request.getLease()) || !lease.getReviewer().equals(request.getReviewer())) {
            return new Refused(Refusal.LEASE_UNKNOWN);
        }
        if (!now.isBefore(lease.getEndsAt())) {
            return new Refused(Refusal.LEASE_EXPIRED);
        }
        return switch (request.getAction()) {
            case EXTEND -> granted(OpenTask.newBuilder(task).setLease(
                Lease.newBuilder(lease).setEndsAt(now.plus(times.lease())).build()));
            case RELEASE -> granted(OpenTask.newBuilder(task).setLease(null));
            case POSTPONE -> granted(OpenTask.newBuilder(task).setLease(null).setNotBefore(now.plus(times.postponed())));
            default -> answer(task, request, now);
        };
    }

    private Verdict answer(OpenTask task, LeaseRequest request, Instant now) {
        Correction given = request.getAnswer();
        boolean text = given.getOutcome() == CorrectionOutcome.TEXT;
        if (text && task.getRules() != null && TypedAmount.unclear(given.getText(), task.getRules()).isPresent()) {
            return new Refused(Refusal.ANSWER_UNCLEAR);
        }
        boolean again = task.getSettled() != null;
        Correction read = Correction.newBuilder()
            .setId(request.getId())
            .setReview(request.getReview())
            .setDocument(task.getDocument())
            .setOutcome(given.getOutcome())
            .setText(text ? given.getText().strip() : "")
            .setForm(given.getForm())
            .setReviewer(request.getReviewer())
            .setCorrectedAt(now)
            .setTookMillis(took(given.getTookMillis(), task.getLease(), now))
            .setReplaces(again ? task.getSettled() : null)
            .setMeans(given.getMeans())
            .build();
        Correction correction = again ? read : Correction.newBuilder(read).setConfirmedBy(KeyingPolicy.agreed(task, read)).build();
        List<Correction> answers = again ? List.of(correction)
            : Stream.concat(task.getAnswers().stream(), Stream.of(correction)).toList();
        int people = again ? 1 : keying.people(task, correction);
        boolean decided = again || keying.isDecided(task, answers, people);
        OpenTask.Builder answered = OpenTask.newBuilder(task).setLease(null).setNotBefore(null).setAnswers(answers).setPeople(people);
        if (decided) {
            answered.setSettled(correction.getId()).setSettledAt(now);
        }
        return new Granted(answered.build(), decided ? Optional.of(correction) : Optional.empty());
    }

    /** What a browser says is believed no further than the lease has lasted. */
    private static Long took(Long millis, Lease lease, Instant now) {
        return millis == null || millis < 0 ? null : Math.min(millis, Duration.between(lease.getTakenAt(), now).toMillis());
    }

    private Verdict leased(OpenTask task, LeaseRequest request, Instant now) {
        Lease lease = new Lease(request.getId(), request.getReviewer(), now, now.plus(times.lease()));
        return granted(OpenTask.newBuilder(task).setLease(lease).setNotBefore(null));
    }

    private static boolean isHeld(OpenTask task, Instant now) {
        return task.getLease() != null && now.isBefore(task.getLease().getEndsAt());
    }

    private static boolean isAgain(OpenTask task, LeaseRequest request) {
        return task.getLease().getId().equals(request.getId()) && task.getLease().getReviewer().equals(request.getReviewer());
    }

    private boolean isSettled(OpenTask task, Instant now) {
        return task.getSettled() != null && now.isBefore(task.getSettledAt().plus(times.unconfirmed()));
    }

    private static Verdict granted(OpenTask.Builder task) {
        return new Granted(task.build(), Optional.empty());
    }

    private static Verdict unchanged(OpenTask task) {
        return new Granted(task, Optional.empty());
    }
}
