package io.penstock.segment.design;

import io.penstock.segment.form.Comb;
import io.penstock.segment.geometry.Area;
import io.penstock.segment.image.PageImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Proposes a form definition from scans of one form, blank or filled: rows of like boxes become combs, single boxes free fields, filled
 * squares fiducials, larger rectangles frames. Fields are named field-1, field-2 … in reading order.
 *
 * <p>Of several scans the one with most boxes counts, and of its combs those that at least half of the scans show. Scans stand upright, and
 * are tilted by 15° at most.
 */
public final class FormProposer {

    private static final double MM_PER_INCH = 25.4;
    private static final double A4_LONG_MM = 297;
    private static final int MOST_FRAMES = 12;

    private final List<Proposal> proposals = new ArrayList<>();

    /**
     * Looks at one scan.
     *
     * @param dpi resolution of the scan in dots per inch; null: its longer side is taken for that of A4
     */
    public void add(PageImage page, Double dpi) {
        double longSide = Math.max(page.width(), page.height());
        double perMillimetre = dpi == null ? longSide / A4_LONG_MM : dpi / MM_PER_INCH / page.reduction();
        proposals.add(Proposal.of(new PrintFinder(perMillimetre).find(page)));
    }

    /** Returns the definition as YAML, under the name {@code form}; empty where no field was found on any scan. */
    public Optional<String> yaml(String form) {
        return proposals.stream().max(Comparator.comparingInt(Proposal::boxes)).map(this::agreed)
            .filter(proposal -> !proposal.combs().isEmpty() || !proposal.frees().isEmpty()).map(proposal -> yaml(form, proposal));
    }

    private Proposal agreed(Proposal best) {
        return best.keeping(best.combs().stream()
            .filter(comb -> 2 * proposals.stream().filter(other -> best.confirmedBy(other, comb)).count() >= proposals.size()).toList());
    }

    private static String yaml(String form, Proposal proposal) {
        StringBuilder yaml = new StringBuilder("# Proposed by './penstock forms init': name the fields, correct their kinds, ")
            .append("delete what is none.\n")
            .append("form: ").append(form).append("\nversion: \"1\"\npage: ")
            .append(format("{width: %.1f, height: %.1f}", proposal.width(), proposal.height())).append('\n');
        List<Area> frames = proposal.frames().stream().sorted(Comparator.comparingDouble((Area area) -> -area.width() * area.height()))
            .limit(MOST_FRAMES).toList();
        if (!proposal.fiducials().isEmpty() || !frames.isEmpty()) {
            yaml.append("registration:\n");
            areas(yaml, "fiducials", proposal.fiducials());
            areas(yaml, "frames", frames);
        }
        yaml.append("fields:\n");
        int number = 1;
        for (Comb comb : proposal.combs()) {
            yaml.append(format("  - {name: field-%d, kind: digits, required: false, comb: {%s, boxes: %d}}%n", number++,
                rectangle(comb.area()), comb.boxes()));
        }
        for (Area free : proposal.frees()) {
            yaml.append(format("  - {name: field-%d, kind: amount, required: false, free: {%s}}%n", number++, rectangle(free)));
        }
        return yaml.toString();
    }

    private static void areas(StringBuilder yaml, String name, List<Area> areas) {
        if (!areas.isEmpty()) {
            yaml.append("  ").append(name).append(":\n");
            areas.forEach(area -> yaml.append("    - {").append(rectangle(area)).append("}\n"));
        }
    }

    private static String rectangle(Area area) {
        return format("x: %.2f, y: %.2f, width: %.2f, height: %.2f", area.x(), area.y(), area.width(), area.height());
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
