package io.penstock.sink.assemble;

import io.penstock.schema.AssembledNumber;
import io.penstock.schema.ClassifiedField;
import io.penstock.schema.ClassifiedPage;
import io.penstock.schema.FieldKind;
import io.penstock.schema.FieldRules;
import io.penstock.schema.FormMatch;
import io.penstock.schema.NumberStatus;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.ReviewTask;
import io.penstock.schema.Source;
import io.penstock.sink.decode.DecodedField;
import io.penstock.sink.decode.PageForms;
import io.penstock.sink.risk.Judgement;
import io.penstock.sink.risk.QualitySample;
import io.penstock.sink.rule.Reason;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The records made of one decoded page: a number for each field, one for the page as a whole where there are none or there is
 * more on it, and what people are asked. */
public final class PageNumbers {

    private final ClassifiedPage page;
    private final List<Judgement> judged;
    private final QualitySample quality;
    private final Instant now;

    /** Takes a page, one judgement for each of its fields, and the time of the decision. */
    public PageNumbers(ClassifiedPage page, List<Judgement> judged, QualitySample quality, Instant now) {
        this.page = page;
        this.judged = judged;
        this.quality = quality;
        this.now = now;
    }

    /** Returns the one number of a page that could not be read: a person is asked to read the page as a whole. */
    static PageNumbers lost(ClassifiedPage page, String code, Instant now) {
        ClassifiedPage nothing = ClassifiedPage.newBuilder(page).setFields(List.of()).setBeside(List.of())
            .setReasons(List.of(code)).build();
        return new PageNumbers(nothing, List.of(), new QualitySample(0), now);
    }

    /** Returns whether a person is asked about a machine's number: because it is under review, or as one of the quality sample. */
    static boolean asks(RecognizedNumber number) {
        return number.getSource() == Source.MACHINE && number.getReview() != null;
    }

    /** Returns the ids of the reviews in which people are asked about numbers. */
    static List<String> questions(List<AssembledNumber> numbers) {
        return numbers.stream().map(AssembledNumber::getNumber).filter(PageNumbers::asks).map(RecognizedNumber::getReview).toList();
    }

    /** Returns the numbers of the page, at least one, with their rules. */
    public List<AssembledNumber> numbers() {
        if (page.getFields().isEmpty()) {
            return List.of(assembled(wholePage(), null));
        }
        List<AssembledNumber> numbers = new ArrayList<>();
        for (int i = 0; i < judged.size(); i++) {
            numbers.add(assembled(number(i), page.getFields().get(i).getRules()));
        }
        if (!page.getBeside().isEmpty()) {
            numbers.add(assembled(wholePage(), null));
        }
        return numbers;
    }

    private static AssembledNumber assembled(RecognizedNumber number, FieldRules rules) {
        return AssembledNumber.newBuilder().setNumber(number).setRules(rules).build();
    }

    /** Returns the question about the number at an index of this page. */
    ReviewTask review(AssembledNumber number, int index) {
        boolean whole = index >= page.getFields().size();
        ByteBuffer snippet = whole ? page.getSnippet() : page.getFields().get(index).getSnippet();
        return ReviewTask.newBuilder()
            .setId(number.getNumber().getReview())
            .setNumber(number.getNumber())
            .setRules(number.getRules())
            .setSnippet(Objects.requireNonNullElse(snippet, ByteBuffer.allocate(0)))
            .setCandidates(whole ? List.of() : judged.get(index).field().candidates())
            .setCreatedAt(now)
            .build();
    }

    private RecognizedNumber number(int index) {
        ClassifiedField field = page.getFields().get(index);
        DecodedField content = judged.get(index).field();
        String review = review(field.getCopy(), PageForms.name(field));
        boolean sampled = content.status() == NumberStatus.ACCEPTED && quality.takes(review);
        FormMatch form = PageForms.of(page, field);
        return common(index, sampled || content.status() == NumberStatus.REVIEW ? review : null)
            .setForm(form == null ? null : form.getForm())
            .setFormVersion(form == null ? null : form.getVersion())
            .setField(PageForms.name(field))
            .setCopy(field.getCopy())
            .setUnexplained(field.getUnexplained())
            .setKind(field.getRules().getKind())
            .setText(content.text())
            .setRaw(content.raw())
            .setValue(content.value())
            .setConfidence(content.confidence())
            .setDigits(content.digits())
            .setBox(field.getBox())
            .setStatus(content.status())
            .setReasons(sampled ? marked(content.reasons()) : content.reasons())
            .setPosterior(judged.get(index).posterior())
            .setContract(judged.get(index).contract())
            .build();
    }

    private static List<String> marked(List<String> reasons) {
        List<String> more = new ArrayList<>(reasons);
        more.add(Reason.QUALITY_SAMPLE.name());
        return more;
    }

    private RecognizedNumber wholePage() {
        List<String> reasons = wholePageReasons();
        boolean review = reasons.stream().anyMatch(Reason::demandsReview);
        return common(page.getFields().size(), review ? review(1, null) : null)
            .setKind(FieldKind.UNKNOWN)
            .setText("")
            .setRaw("")
            .setStatus(review ? NumberStatus.REVIEW : NumberStatus.EMPTY)
            .setReasons(reasons)
            .build();
    }

    private String review(int copy, String field) {
        return ReviewId.of(page.getDocument(), page.getSubmission(), page.getNumber(), copy, field).toString();
    }

    private List<String> wholePageReasons() {
        if (!page.getFields().isEmpty()) {
            return page.getBeside();
        }
        return page.getReasons().isEmpty() ? List.of(Reason.NO_FIELDS.name()) : page.getReasons();
    }

    private RecognizedNumber.Builder common(int index, String review) {
        return RecognizedNumber.newBuilder()
            .setDocument(page.getDocument())
            .setSubmission(page.getSubmission())
            .setPage(page.getNumber())
            .setPages(page.getCount())
            .setIndex(index)
            .setSiblings(Math.max(1, page.getFields().size() + (page.getBeside().isEmpty() ? 0 : 1)))
            .setSource(Source.MACHINE)
            .setReview(review)
            .setModel(page.getModel())
            .setDecidedAt(now);
    }
}
