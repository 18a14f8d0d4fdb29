package io.penstock.review.grid;

import io.penstock.review.desk.DeskException;
import io.penstock.review.desk.Said;
import io.penstock.review.desk.Settlement;
import io.penstock.review.desk.TaskDesk;
import io.penstock.review.queue.QueuedTask;
import io.penstock.review.queue.Wanted;
import io.penstock.schema.Correction;
import io.penstock.schema.CorrectionOutcome;
import io.penstock.schema.Digit;
import io.penstock.schema.FieldKind;
import io.penstock.schema.LeaseAction;
import io.penstock.schema.LeaseDecision;
import io.penstock.schema.OpenTask;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.ReviewTask;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Draws sheets of digits that were read alike and takes what people say of them. Thread-safe.
 *
 * <p>Only fields come onto a sheet whose one doubt is that digit, and which a look at it makes sure enough; who is leased them cannot be
 * overtaken. Among them stand decoys, surely other digits: whoever passes one by was not looking, and nothing of the sheet counts.
 */
public final class GridDesk {

    private static final int LOOKED_AT = 300;
    private static final int MOST = 120;
    private static final int CELLS_A_DECOY = 15;
    private static final double SURE = 0.9999;
    private static final int MOST_SHEETS = 500;
    /** Reasons that say no more than that the machine is not sure enough. */
    private static final Set<String> OF_CONFIDENCE = Set.of("LOW_CONFIDENCE", "BELOW_RISK_THRESHOLD");

    private final TaskDesk desk;
    private final GridPolicy policy;
    private final Map<String, Sheet> sheets = new ConcurrentHashMap<>();

    /** Takes the tasks of a desk. */
    public GridDesk(TaskDesk desk, GridPolicy policy) {
        this.desk = desk;
        this.policy = policy;
    }

    /**
     * What became of a sheet.
     *
     * @param confirmed fields that count as read now
     * @param odd       fields of which a digit was marked: somebody types them
     * @param open      fields that are not sure enough all the same
     */
    public record Outcome(int confirmed, int odd, int open) {
    }

    /** A field that may come onto a sheet. */
    private record Doubt(QueuedTask queued, ReviewTask task, int index) {

        double confidence() {
            return task.getNumber().getDigits().get(index).getConfidence();
        }
    }

    /** Returns a sheet of digits that were read as one, least sure first; without cells where there are not enough. */
    public Sheet draw(String digit, int want, String reviewer) throws InterruptedException {
        forgetOld();
        List<Doubt> doubts = new ArrayList<>();
        List<Sheet.Cell> decoys = new ArrayList<>();
        for (QueuedTask queued : desk.next(new Wanted(reviewer, false, null, null, null, LOOKED_AT))) {
            Optional<ReviewTask> task = isSimple(queued.task()) ? desk.asked(queued) : Optional.empty();
            if (task.isPresent()) {
                doubt(queued, task.get(), digit).ifPresent(doubts::add);
                decoy(task.get(), digit).ifPresent(decoys::add);
            }
        }
        doubts.sort(Comparator.comparingDouble(Doubt::confidence));
        List<Doubt> chosen = decoys.isEmpty() ? List.of() : doubts.subList(0, Math.min(doubts.size(), Math.max(0, Math.min(MOST, want))));
        return lease(digit, reviewer, chosen, decoys);
    }

    private Sheet lease(String digit, String reviewer, List<Doubt> chosen, List<Sheet.Cell> decoys) throws InterruptedException {
        Map<String, QueuedTask> held = new HashMap<>();
        String id = UUID.randomUUID().toString();
        desk.take(chosen.stream().map(Doubt::queued).toList(), reviewer, id).forEach(task -> held.put(task.review(), task));
        List<Sheet.Cell> cells = new ArrayList<>();
        Instant ends = Instant.MAX;
        for (Doubt doubt : chosen) {
            QueuedTask leased = held.get(doubt.queued().review());
            if (leased != null) {
                cells.add(new Sheet.Cell(doubt.task(), leased.task().getLease().getId(), doubt.index()));
                ends = ends.isBefore(leased.task().getLease().getEndsAt()) ? ends : leased.task().getLease().getEndsAt();
            }
        }
        if (!cells.isEmpty()) {
            hide(decoys, cells, new Random(id.hashCode()));
        }
        Sheet sheet = new Sheet(id, reviewer, digit, cells, ends);
        sheets.put(id, sheet);
        return sheet;
    }

    /** Puts some decoys anywhere among the cells. */
    private static void hide(List<Sheet.Cell> decoys, List<Sheet.Cell> cells, Random anywhere) {
        Collections.shuffle(decoys, anywhere);
        int count = Math.min(decoys.size(), 1 + cells.size() / CELLS_A_DECOY);
        decoys.subList(0, count).forEach(decoy -> cells.add(anywhere.nextInt(cells.size() + 1), decoy));
    }

    private static boolean isSimple(OpenTask task) {
        return task.getField() != null && task.getKind() != FieldKind.UNKNOWN && !task.getSample() && task.getPeople() == 1
            && task.getAnswers().isEmpty();
    }

    private Optional<Doubt> doubt(QueuedTask queued, ReviewTask task, String digit) {
        RecognizedNumber number = task.getNumber();
        List<Digit> digits = number.getDigits();
        if (digits.isEmpty() || digits.size() != number.getText().length() || !OF_CONFIDENCE.containsAll(number.getReasons())) {
            return Optional.empty();
        }
        int least = IntStream.range(0, digits.size()).boxed()
            .min(Comparator.comparingDouble(i -> digits.get(i).getConfidence())).orElseThrow();
        boolean settles = digits.get(least).getDigit().equals(digit)
            && GlanceEvidence.posterior(task, least, false, policy.glance()) >= policy.confidence();
        return settles ? Optional.of(new Doubt(queued, task, least)) : Optional.empty();
    }

    private static Optional<Sheet.Cell> decoy(ReviewTask task, String digit) {
        List<Digit> digits = task.getNumber().getDigits();
        return IntStream.range(0, digits.size())
            .filter(i -> !digits.get(i).getDigit().equals(digit) && digits.get(i).getConfidence() >= SURE).boxed()
            .findFirst().map(i -> new Sheet.Cell(task, "", i));
    }

    /** Returns a cell of a sheet that a person has. */
    public Optional<Sheet.Cell> cell(String sheet, int cell, String reviewer) {
        return Optional.ofNullable(sheets.get(sheet)).filter(known -> known.reviewer().equals(reviewer))
            .filter(known -> cell >= 0 && cell < known.cells().size()).map(known -> known.cells().get(cell));
    }

    /**
     * Takes what a person says of a sheet: fields whose digit was passed by count as read where that makes them sure enough, all others are
     * given back.
     *
     * @param odd   the cells that were marked
     * @param millis how long it took
     * @throws DeskException where the person does not have the sheet, or did not look
     */
    public Outcome confirm(String id, String reviewer, Set<Integer> odd, long millis) throws InterruptedException {
        Sheet sheet = sheets.get(id);
        if (sheet == null || !sheet.reviewer().equals(reviewer) || !sheets.remove(id, sheet)) {
            throw new DeskException("SHEET_UNKNOWN", "this sheet is not yours, or was answered before; take the next one");
        }
        boolean looked = IntStream.range(0, sheet.cells().size()).allMatch(i -> !sheet.cells().get(i).isDecoy() || odd.contains(i));
        List<Settlement> settlements = new ArrayList<>();
        int marked = 0;
        for (int i = 0; i < sheet.cells().size(); i++) {
            Sheet.Cell cell = sheet.cells().get(i);
            if (!cell.isDecoy()) {
                boolean passed = looked && !odd.contains(i)
                    && GlanceEvidence.posterior(cell.task(), cell.index(), false, policy.glance()) >= policy.confidence();
                marked += odd.contains(i) ? 1 : 0;
                settlements.add(new Settlement(cell.task().getId(), cell.lease(),
                    passed ? Optional.of(read(cell, millis / sheet.cells().size())) : Optional.empty()));
            }
        }
        List<LeaseDecision> decisions = desk.settle(settlements, reviewer);
        if (!looked) {
            throw new DeskException("GRID_NOT_LOOKED_AT", "a digit that is surely another one was passed by, so nothing of this sheet "
                + "counts; take the next one and look at each");
        }
        int confirmed = (int) decisions.stream().filter(decision -> decision.getRefusal() == null)
            .filter(decision -> decision.getAction() == LeaseAction.ANSWER).count();
        return new Outcome(confirmed, marked, settlements.size() - confirmed - marked);
    }

    /** Gives back the fields of a sheet that a person does not look at any more; does nothing where the person does not have it. */
    public void release(String id, String reviewer) throws InterruptedException {
        Sheet sheet = sheets.get(id);
        if (sheet != null && sheet.reviewer().equals(reviewer) && sheets.remove(id, sheet)) {
            desk.settle(sheet.cells().stream().filter(cell -> !cell.isDecoy())
                .map(cell -> new Settlement(cell.task().getId(), cell.lease(), Optional.empty())).toList(), reviewer);
        }
    }

    private static Said read(Sheet.Cell cell, long millis) {
        RecognizedNumber number = cell.task().getNumber();
        boolean amount = number.getKind() == FieldKind.AMOUNT && number.getValue() != null;
        Correction answer = Correction.newBuilder().setReview("").setDocument("").setReviewer("").setCorrectedAt(Instant.EPOCH)
            .setOutcome(CorrectionOutcome.TEXT).setText(amount ? number.getValue() : number.getText()).setTookMillis(millis)
            .setMeans("GRID").build();
        return new Said(Optional.empty(), answer, List.of());
    }

    private void forgetOld() {
        Instant now = Instant.now();
        sheets.values().removeIf(sheet -> now.isAfter(sheet.endsAt()) || sheets.size() > MOST_SHEETS);
    }
}
