package io.penstock.example;

import io.penstock.example.ExactlyOnce.Share;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;

/**
 * Turns the cheques that Penstock read into lines of a clearing.
 *
 * <p>A cheque is a form on a page. Its lines on {@code clearing.lines}, one JSON object each, are numbered from 1, and none is ever edited:
 *
 * <ul>
 * <li>{@code CLEAR}: date and amount are known; it may be paid;
 * <li>{@code REVERSE}: a line of before no longer holds: it repeats its date and amount. What holds instead follows as a new line;
 * <li>{@code HOLD}: nothing is paid; {@code why} says what is missing;
 * <li>{@code DROP}: what was held is not there any more.
 * </ul>
 *
 * <p>It reads {@code results}, because a cheque is paid when all of its document is final, and {@code corrections}, because they say who
 * read what: above a limit two people must have typed the amount that is paid, one after the other or, where Penstock asks two people, each
 * without seeing the other's. The machine is not one of them.
 */
public final class ChequeClearing {

    private static final Schema STATE = new Schema.Parser().parse("""
        [{"type": "record", "name": "Document", "fields": [
          {"name": "id", "type": "string"}, {"name": "at", "type": "long"}, {"name": "partition", "type": "int"},
          {"name": "offset", "type": "long"}, {"name": "version", "type": "int"},
          {"name": "cheques", "type": {"type": "map", "avro.java.string": "String", "values":
            {"type": "record", "name": "Cheque", "fields": [
              {"name": "date", "type": "string", "default": ""}, {"name": "amount", "type": "string", "default": ""},
              {"name": "review", "type": "string", "default": ""}, {"name": "held", "type": "string", "default": ""},
              {"name": "paidDate", "type": "string", "default": ""}, {"name": "paidAmount", "type": "string", "default": ""},
              {"name": "lines", "type": "int", "default": 0}]}}}]},
         {"type": "record", "name": "Review", "fields": [
          {"name": "answers", "type": {"type": "map", "avro.java.string": "String", "values":
            {"type": "record", "name": "Answer", "fields": [{"name": "id", "type": "string"}, {"name": "text", "type": "string"}]}}}]}]""");

    private static final Schema LINE = new Schema.Parser().parse("""
        {"type": "record", "name": "Line", "fields": [
          {"name": "document", "type": "string"}, {"name": "cheque", "type": "string"}, {"name": "line", "type": "int"},
          {"name": "kind", "type": "string"}, {"name": "date", "type": "string", "default": ""},
          {"name": "amount", "type": "string", "default": ""}, {"name": "why", "type": "string", "default": ""}]}""");

    private static final Set<String> NAMES = Set.of("RecognizedDocument", "Correction");

    /** One instance: corrections have other keys than results, so what belongs together would come to different ones. */
    private static final ExactlyOnce.Plan PLAN = new ExactlyOnce.Plan("clearing", List.of("penstock.results", "penstock.corrections"),
        false, STATE);

    /** A page as a whole; page 0: the document. */
    private static final String PAGE = "/0";
    private static final String DOCUMENT = "0" + PAGE;

    private final BigDecimal limit;

    private ChequeClearing(BigDecimal limit) {
        this.limit = limit;
    }

    /** Runs until it is killed. Arguments: the cluster, and the amount above which two people are needed. */
    public static void main(String[] arguments) throws InterruptedException {
        ChequeClearing clearing = new ChequeClearing(new BigDecimal(arguments.length > 1 ? arguments[1] : "1000"));
        try (Records records = new Records(arguments[0]); ExactlyOnce stream = new ExactlyOnce(PLAN, arguments[0], "1")) {
            while (true) {
                stream.step((record, share) -> {
                    String source = record.topic() + "-" + record.partition() + "@" + record.offset();
                    records.read(record.value(), NAMES).ifPresentOrElse(read -> clearing.take(read, share),
                        () -> share.line(source, line(source, DOCUMENT, 1).set("kind", "HOLD").set("why", "UNREADABLE").build()));
                });
            }
        }
    }

    private static GenericRecordBuilder line(String document, String cheque, int number) {
        return new GenericRecordBuilder(LINE).set("document", document).set("cheque", cheque).set("line", number);
    }

    /** Takes a result or a correction. */
    void take(GenericRecord record, Share share) {
        Document document = new Document(Records.text(record, "document"), share);
        if (record.hasField("numbers")) {
            document.result(record);
        } else {
            String review = Records.text(record, "review");
            Answers.of(review, share).add(record);
            document.again(review);
        }
    }

    /** What people typed about one review: the last answer of each. */
    private record Answers(String key, GenericRecord state, Share share) {

        static Answers of(String review, Share share) {
            String key = "review " + review;
            return new Answers(key, share.state(key).orElseGet(() -> {
                GenericRecord fresh = new GenericData.Record(STATE.getTypes().get(1));
                fresh.put("answers", new HashMap<String, GenericRecord>());
                return fresh;
            }), share);
        }

        @SuppressWarnings("unchecked")
        private Map<String, GenericRecord> answers() {
            return (Map<String, GenericRecord>) state.get("answers");
        }

        void add(GenericRecord correction) {
            String replaced = Records.text(correction, "replaces");
            answers().values().removeIf(answer -> !replaced.isEmpty() && answer.get("id").toString().equals(replaced));
            String text = Records.text(correction, "outcome").equals("TEXT") ? Records.text(correction, "text") : "";
            List<?> agreed = correction.hasField("confirmedBy") ? (List<?>) correction.get("confirmedBy") : List.of();
            Stream.concat(agreed.stream(), Stream.of(Records.text(correction, "reviewer"))).forEach(
                person -> answers().put(person.toString().strip().toLowerCase(Locale.ROOT), answer(correction, text)));
            share.keep(key, state);
        }

        private GenericRecord answer(GenericRecord correction, String text) {
            return new GenericRecordBuilder(state.getSchema().getField("answers").schema().getValueType())
                .set("id", Records.text(correction, "id")).set("text", text).build();
        }

        /** Returns how many people typed this amount. */
        long people(BigDecimal amount) {
            return answers().values().stream().filter(answer -> typed(answer.get("text").toString()).compareTo(amount) == 0).count();
        }

        /** One or two digits behind the last point or comma are cents; what can't be an amount is none that anybody is paid. */
        private static BigDecimal typed(String text) {
            int point = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
            String whole = (point < 0 ? text : text.substring(0, point)).replaceAll("[^0-9]", "");
            String last = point < 0 ? "" : text.substring(point + 1).replaceAll("[^0-9]", "");
            String digits = last.length() <= 2 ? whole + "." + last : whole + last;
            return digits.equals(".") ? BigDecimal.ONE.negate() : new BigDecimal(digits);
        }
    }

    /** The cheques of one document. */
    private final class Document {

        private final String name;
        private final Share share;
        private final GenericRecord state;
        private final Map<String, GenericRecord> cheques;

        @SuppressWarnings("unchecked")
        Document(String name, Share share) {
            this.name = name;
            this.share = share;
            state = share.state("document " + name).orElseGet(() -> {
                GenericRecord fresh = new GenericData.Record(STATE.getTypes().get(0));
                Submission.NONE.into(fresh);
                fresh.put("version", 0);
                fresh.put("cheques", new HashMap<String, GenericRecord>());
                return fresh;
            });
            cheques = (Map<String, GenericRecord>) state.get("cheques");
        }

        void result(GenericRecord result) {
            Submission known = Submission.from(state);
            Submission submission = Submission.of(result);
            String status = Records.text(result, "status");
            int version = Records.number(result, "version", 1);
            boolean newer = submission.isSame(known) ? version > (int) state.get("version") : submission.isLaterThan(known);
            if (!newer || status.equals("SUPERSEDED")) {
                return; // it came twice; or another submission's result holds, or will
            }
            submission.into(state);
            state.put("version", version);
            boolean read = List.of("COMPLETE", "PARTIAL", "", "UNKNOWN").contains(status); // early versions sent complete ones only
            String reasons = Records.text(result, "reasons");
            if (read && !reasons.contains("RESULT_TOO_LARGE")) {
                read(result);
            } else {
                hold(DOCUMENT, status + " " + reasons); // what was paid or held stays so until it is submitted again
            }
            share.keep("document " + name, state);
        }

        @SuppressWarnings("unchecked")
        private void read(GenericRecord result) {
            Map<String, Map<String, GenericRecord>> found = new HashMap<>();
            for (GenericRecord number : (List<GenericRecord>) result.get("numbers")) {
                String field = Records.text(number, "field");
                boolean blank = field.isEmpty() && Records.text(number, "status").equals("EMPTY")
                    && !Records.text(number, "reasons").contains("ILLEGIBLE");
                if (!blank && List.of("", "date", "amount").contains(field)) {
                    String cheque = number.get("page") + (field.isEmpty() ? PAGE : "/" + Records.number(number, "copy", 1));
                    found.computeIfAbsent(cheque, none -> new HashMap<>()).put(field, number);
                }
            }
            for (String gone : List.copyOf(cheques.keySet())) {
                boolean unseen = found.containsKey(gone.substring(0, gone.indexOf('/')) + PAGE); // its page could not be read this time
                if (!found.containsKey(gone) && !unseen) {
                    drop(gone);
                }
            }
            found.forEach((cheque, fields) -> {
                if (cheque.endsWith(PAGE)) {
                    hold(cheque, "PAGE " + Records.text(fields.get(""), "reasons"));
                } else {
                    see(cheque, fields);
                }
            });
        }

        private void see(String cheque, Map<String, GenericRecord> fields) {
            GenericRecord state = cheque(cheque);
            String amount = value(fields, "amount");
            state.put("date", value(fields, "date"));
            state.put("amount", amount.matches("\\d{1,15}(\\.\\d+)?") ? amount : "");
            state.put("review", fields.containsKey("amount") ? Records.text(fields.get("amount"), "review") : "");
            decide(cheque);
        }

        /** The typed value of an accepted number: a person's answer that is no date, or no amount, has none. */
        private static String value(Map<String, GenericRecord> fields, String name) {
            GenericRecord number = fields.get(name);
            return number != null && Records.text(number, "status").equals("ACCEPTED") ? Records.text(number, "value") : "";
        }

        /** Looks again at what is held and waits for the second person of a review. */
        void again(String review) {
            List<String> waiting = cheques.entrySet().stream().filter(entry -> !entry.getValue().get("held").toString().isEmpty())
                .filter(entry -> entry.getValue().get("review").toString().equals(review)).map(Map.Entry::getKey).toList();
            waiting.forEach(this::decide);
            if (!waiting.isEmpty()) {
                share.keep("document " + name, state);
            }
        }

        private void decide(String name) {
            GenericRecord cheque = cheque(name);
            String date = cheque.get("date").toString();
            String amount = cheque.get("amount").toString();
            if (amount.equals(cheque.get("paidAmount").toString()) && date.equals(cheque.get("paidDate").toString()) && !amount.isEmpty()) {
                return; // that is what is paid
            }
            reverse(name);
            if (date.isEmpty() || amount.isEmpty() || new BigDecimal(amount).signum() <= 0) {
                hold(name, date.isEmpty() ? "NO_DATE" : "NO_AMOUNT");
            } else if (new BigDecimal(amount).compareTo(limit) > 0
                && Answers.of(cheque.get("review").toString(), share).people(new BigDecimal(amount)) < 2) {
                hold(name, "TWO_PEOPLE");
            } else {
                cheque.put("held", "");
                cheque.put("paidDate", date);
                cheque.put("paidAmount", amount);
                write(name, "CLEAR", date, amount, "");
            }
        }

        private void reverse(String name) {
            GenericRecord cheque = cheque(name);
            if (!cheque.get("paidAmount").toString().isEmpty()) {
                write(name, "REVERSE", cheque.get("paidDate").toString(), cheque.get("paidAmount").toString(), "");
                cheque.put("paidDate", "");
                cheque.put("paidAmount", "");
            }
        }

        private void hold(String name, String why) {
            GenericRecord cheque = cheque(name);
            String held = why + " " + cheque.get("date") + " " + cheque.get("amount");
            if (!cheque.get("held").toString().equals(held)) {
                cheque.put("held", held);
                write(name, "HOLD", cheque.get("date").toString(), cheque.get("amount").toString(), why);
            }
        }

        private void drop(String name) {
            reverse(name);
            if (!cheque(name).get("held").toString().isEmpty()) {
                cheque(name).put("held", "");
                write(name, "DROP", "", "", "");
            }
        }

        private GenericRecord cheque(String name) {
            return cheques.computeIfAbsent(name, fresh -> new GenericRecordBuilder(STATE.getTypes().get(0).getField("cheques").schema()
                .getValueType()).build());
        }

        private void write(String cheque, String kind, String date, String amount, String why) {
            int number = (int) cheque(cheque).get("lines") + 1;
            cheque(cheque).put("lines", number);
            share.line(name, line(name, cheque, number).set("kind", kind).set("date", date).set("amount", amount).set("why", why).build());
        }
    }
}
