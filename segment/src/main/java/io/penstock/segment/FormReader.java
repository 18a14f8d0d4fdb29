package io.penstock.segment;

import io.penstock.schema.FieldKind;
import io.penstock.schema.FieldRules;
import io.penstock.schema.FormMatch;
import io.penstock.schema.Page;
import io.penstock.schema.Relation;
import io.penstock.schema.SegmentedField;
import io.penstock.schema.SegmentedPage;
import io.penstock.segment.field.FieldCutter;
import io.penstock.segment.field.Neighbours;
import io.penstock.segment.field.Streaks;
import io.penstock.segment.form.FormDefinition;
import io.penstock.segment.geometry.Homography;
import io.penstock.segment.image.PageImage;
import io.penstock.segment.registration.FormRegistrar;
import io.penstock.segment.registration.Registration;
import io.penstock.segment.registration.Registrations;
import io.penstock.segment.scanner.Streak;
import io.penstock.segment.scanner.StreakFinder;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.opencv.core.Point;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads pages: finds the form on each and cuts its fields into glyphs. Knows nothing of Kafka. Thread-safe.
 *
 * <p>A page on which no form is found is not guessed at: it comes out without fields and with a reason.
 */
public final class FormReader {

    private static final Logger LOG = LoggerFactory.getLogger(FormReader.class);

    private static final int CORNERS = 4;

    private final SegmentConfig config;
    private final FormRegistrar registrar = new FormRegistrar();

    /** Creates a reader. */
    public FormReader(SegmentConfig config) {
        this.config = config;
    }

    /**
     * Reads one page.
     *
     * @param page  the page
     * @param forms every registered form definition
     */
    public SegmentOutcome read(Page page, Collection<FormDefinition> forms) {
        if ((long) page.getWidth() * page.getHeight() > config.maxPixels()) {
            return new SegmentOutcome.Refused(SegmentError.PAGE_TOO_LARGE, "page " + page.getNumber() + " has " + page.getWidth() + " × "
                + page.getHeight() + " pixels, more than segment.limit.pixels = " + config.maxPixels());
        }
        if (!page.getCorners().isEmpty() && (page.getForm() == null || page.getCorners().size() != 2 * CORNERS)) {
            return new SegmentOutcome.Refused(SegmentError.CORNERS_INVALID, "page " + page.getNumber() + " has " + page.getCorners().size()
                + " numbers for corners" + (page.getForm() == null ? " and no form that they are of" : ""));
        }
        if (page.getKind() != null && kind(page.getKind()).isEmpty()) {
            return new SegmentOutcome.Refused(SegmentError.KIND_UNKNOWN, "page " + page.getNumber() + " is to be one field of the kind "
                + page.getKind() + ", which does not exist");
        }
        Optional<PageImage> decoded = PageImage.decode(bytes(page.getImage()), page.getRotation());
        if (decoded.isEmpty()) {
            return new SegmentOutcome.Refused(SegmentError.IMAGE_UNREADABLE, "the " + page.getMediaType() + " image of page "
                + page.getNumber() + " cannot be decoded; scan the document again");
        }
        try (PageImage image = decoded.get()) {
            return new SegmentOutcome.Segmented(page.getKind() == null ? onForm(page, image, forms) : asField(page, image));
        }
    }

    private SegmentedPage onForm(Page page, PageImage image, Collection<FormDefinition> forms) {
        String named = page.getForm();
        List<FormDefinition> candidates = forms.stream().filter(form -> named == null || form.name().equals(named)).toList();
        if (candidates.isEmpty()) {
            return unread(page, image, List.of((named == null ? PageReason.NO_FORM_MATCHES : PageReason.FORM_UNKNOWN).name()));
        }
        Registrations registrations = page.getCorners().isEmpty() ? register(page, image, candidates)
            : registrar.registerAt(image, corners(page, image), candidates.get(0));
        if (!registrations.found().isEmpty()) {
            return cut(page, image, registrations);
        }
        Registration.NotFound nearest = (Registration.NotFound) registrations.first();
        LOG.info("page {} of {}: no form fits; {}", page.getNumber(), page.getDocument(), nearest.explanation());
        return unread(page, image, named == null ? List.of(PageReason.NO_FORM_MATCHES.name())
            : List.of(PageReason.FORM_DOES_NOT_FIT.name(), nearest.misfit().name()));
    }

    private static List<Point> corners(Page page, PageImage image) {
        List<Integer> places = page.getCorners();
        return IntStream.range(0, CORNERS)
            .mapToObj(i -> new Point(places.get(2 * i) / image.reduction(), places.get(2 * i + 1) / image.reduction())).toList();
    }

    /** A dark page on which there is no form is looked at as a negative too. */
    private Registrations register(Page page, PageImage image, List<FormDefinition> candidates) {
        Registrations registrations = registrar.registerAll(image, page.getDpi(), candidates);
        if (!registrations.found().isEmpty() || !image.isDark()) {
            return registrations;
        }
        image.invert();
        Registrations negative = registrar.registerAll(image, page.getDpi(), candidates);
        if (negative.found().isEmpty()) {
            image.invert();
            return registrations;
        }
        LOG.info("page {} of {} is a negative", page.getNumber(), page.getDocument());
        return negative;
    }

    private SegmentedPage cut(Page page, PageImage image, Registrations registrations) {
        List<FormMatch> matches = new ArrayList<>();
        List<SegmentedField> fields = new ArrayList<>();
        List<Relation> relations = new ArrayList<>();
        List<Streak> streaks = StreakFinder.find(image.gray());
        for (Registration.Found found : registrations.found()) {
            Homography onScan = Homography.scaleAndShift(image.reduction(), image.reduction(), 0, 0).after(found.transform());
            matches.add(new FormMatch(found.form().name(), found.form().version(), found.residual(), found.support(), onScan.toList()));
            fields.addAll(fields(image, found, streaks, matches.size()));
            int copy = matches.size();
            for (Relation relation : found.form().relations()) {
                relations.add(new Relation(onlyOne(relation.getTotal(), copy),
                    relation.getTerms().stream().map(term -> onlyOne(term, copy)).toList()));
            }
        }
        List<String> beside = registrations.more() ? List.of(PageReason.MORE_ON_PAGE.name()) : List.of();
        return new SegmentedPage(page.getDocument(), page.getSubmission(), page.getNumber(), page.getCount(), matches.get(0), List.of(),
            beside.isEmpty() ? null : ByteBuffer.wrap(image.thumbnail(config.thumbnailPixels())), fields, relations,
            matches.subList(1, matches.size()), beside);
    }

    /** Returns a name that no field of another form of the page has: readers of an older version do not tell copies apart. */
    private static String onlyOne(String field, int copy) {
        return copy == 1 ? field : field + "#" + copy;
    }

    private static List<SegmentedField> fields(PageImage image, Registration.Found found, List<Streak> onPage, int copy) {
        List<String> lost = found.lost().stream().map(fiducial -> "FIDUCIAL_" + fiducial + "_MISSING").toList();
        Streaks streaks = Streaks.on(onPage, found.form(), found.transform());
        List<SegmentedField> fields = Neighbours.warned(
            found.form().fields().stream().map(field -> FieldCutter.cut(image, found.transform(), field, streaks)).toList());
        return fields.stream().map(field -> SegmentedField.newBuilder(field).setCopy(copy)
            .setName(onlyOne(field.getName(), copy))
            .setReasons(Stream.concat(lost.stream(), field.getReasons().stream()).toList()).build()).toList();
    }

    private SegmentedPage unread(Page page, PageImage image, List<String> reasons) {
        boolean blank = image.isBlank();
        List<String> why = blank ? List.of(PageReason.PAGE_BLANK.name()) : reasons;
        return new SegmentedPage(page.getDocument(), page.getSubmission(), page.getNumber(), page.getCount(), null, why,
            blank ? null : ByteBuffer.wrap(image.thumbnail(config.thumbnailPixels())), List.of(), List.of(), List.of(), List.of());
    }

    private static SegmentedPage asField(Page page, PageImage image) {
        FieldKind kind = kind(page.getKind()).orElseThrow();
        FieldRules rules = FieldRules.newBuilder().setKind(kind).setRequired(true).build();
        SegmentedField field = FieldCutter.cutWhole(image, kind.name().toLowerCase(Locale.ROOT), rules);
        return new SegmentedPage(page.getDocument(), page.getSubmission(), page.getNumber(), page.getCount(), null, List.of(), null,
            List.of(field), List.of(), List.of(), List.of());
    }

    private static Optional<FieldKind> kind(String name) {
        return Arrays.stream(FieldKind.values()).filter(kind -> kind != FieldKind.UNKNOWN && kind.name().equalsIgnoreCase(name))
            .findFirst();
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
