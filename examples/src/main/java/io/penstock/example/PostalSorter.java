package io.penstock.example;

import io.penstock.example.ExactlyOnce.Share;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;

/**
 * Tells a sorting machine where each piece of mail goes, from the ZIP codes that Penstock read.
 *
 * <p>A piece is a form on a page. Its lines on {@code sorting.lines}, one JSON object each, are numbered from 1:
 *
 * <ul>
 * <li>{@code HOLD}: nobody knows yet; a person is asked;
 * <li>{@code SORT}: its sort code and lane. Lane {@code hand} means that a person has to look at the piece itself;
 * <li>{@code REROUTE}: it was sorted, and belongs elsewhere; {@code from} says where it lies;
 * <li>{@code NOTHING}: there is no such piece after all.
 * </ul>
 *
 * <p>It reads {@code numbers}, because a piece should not wait for the others of its document, and {@code results}, because not every
 * document ends with a number for each piece. What is on the one may be read before what is on the other: no rule here depends on it.
 */
public final class PostalSorter {

    private static final Set<String> NAMES = Set.of("RecognizedNumber", "RecognizedDocument");
    private static final String HAND = "hand";
    /** The page as a whole; page 0: the document. */
    private static final String WHOLE = "/0";
    private static final String ALL = "0" + WHOLE;

    /** What is known of a document: its last submission, and where each piece of it was sent, by page and copy. */
    private static final Schema STATE = new Schema.Parser().parse("""
        {"type": "record", "name": "Document", "fields": [
          {"name": "id", "type": "string"}, {"name": "at", "type": "long"}, {"name": "partition", "type": "int"},
          {"name": "offset", "type": "long"}, {"name": "expired", "type": "boolean", "default": false},
          {"name": "pieces", "type": {"type": "map", "avro.java.string": "String", "values":
            {"type": "record", "name": "Piece", "fields": [
              {"name": "submission", "type": "string"}, {"name": "held", "type": "boolean", "default": false},
              {"name": "place", "type": "string", "default": ""}, {"name": "lines", "type": "int", "default": 0}]}}}]}""");

    private static final Schema LINE = new Schema.Parser().parse("""
        {"type": "record", "name": "Line", "fields": [
          {"name": "document", "type": "string"}, {"name": "piece", "type": "string"}, {"name": "line", "type": "int"},
          {"name": "kind", "type": "string"}, {"name": "sortCode", "type": "string", "default": ""},
          {"name": "lane", "type": "string", "default": ""}, {"name": "from", "type": "string", "default": ""},
          {"name": "why", "type": "string", "default": ""}]}""");

    private static final ExactlyOnce.Plan PLAN = new ExactlyOnce.Plan("sorting", List.of("penstock.numbers", "penstock.results"), true,
        STATE);

    private PostalSorter() {
    }

    /** Runs until it is killed. Arguments: the cluster, and the name of this instance. */
    public static void main(String[] arguments) throws InterruptedException {
        try (Records records = new Records(arguments[0]);
             ExactlyOnce stream = new ExactlyOnce(PLAN, arguments[0], arguments.length > 1 ? arguments[1] : "1")) {
            while (true) {
                stream.step((record, share) -> {
                    String source = record.topic() + "-" + record.partition() + "@" + record.offset();
                    records.read(record.value(), NAMES).ifPresentOrElse(read -> take(read, share),
                        () -> write(source, ALL, 1, "SORT", HAND, "", "UNREADABLE", share));
                });
            }
        }
    }

    /** Takes a number or a result. */
    static void take(GenericRecord record, Share share) {
        Document document = Document.of(record, share);
        if (!document.counts(record)) {
            return;
        }
        if (record.hasField("numbers")) {
            document.result(record);
        } else {
            document.number(record);
        }
        share.keep(document.name, document.state);
    }

    private static void write(String document, String piece, int line, String kind, String place, String from, String why,
                              Share share) {
        int slash = place.indexOf('/');
        share.line(document, new GenericRecordBuilder(LINE).set("document", document).set("piece", piece).set("line", line)
            .set("kind", kind)
            .set("sortCode", slash < 0 ? "" : place.substring(0, slash)).set("lane", place.substring(slash + 1)).set("from", from)
            .set("why", why).build());
    }

    /** The pieces of one document. */
    private static final class Document {

        private final String name;
        private final GenericRecord state;
        private final Map<String, GenericRecord> pieces;
        private final Share share;

        @SuppressWarnings("unchecked")
        private Document(String name, GenericRecord state, Share share) {
            this.name = name;
            this.state = state;
            this.share = share;
            pieces = (Map<String, GenericRecord>) state.get("pieces");
        }

        static Document of(GenericRecord record, Share share) {
            String name = Records.text(record, "document");
            return new Document(name, share.state(name).orElseGet(() -> {
                GenericRecord fresh = new GenericData.Record(STATE);
                Submission.NONE.into(fresh);
                fresh.put("expired", false);
                fresh.put("pieces", new HashMap<String, GenericRecord>());
                return fresh;
            }), share);
        }

        /** Where a document was submitted again, what is read of the last submission counts. */
        private boolean counts(GenericRecord record) {
            Submission known = Submission.from(state);
            Submission submission = Submission.of(record);
            if (Records.text(record, "status").equals("SUPERSEDED") || !submission.isSame(known) && !submission.isLaterThan(known)) {
                return false;
            }
            if (!submission.isSame(known)) {
                submission.into(state);
                state.put("expired", false);
            }
            return true;
        }

        private void number(GenericRecord number) {
            String field = Records.text(number, "field");
            String piece = number.get("page") + (field.isEmpty() ? WHOLE : "/" + Records.number(number, "copy", 1));
            if (!field.isEmpty() && !field.equals("zip")) {
                return;
            }
            String why = Records.text(number, "reasons");
            switch (Records.text(number, "status")) {
                case "ACCEPTED" -> send(piece, field.isEmpty() ? HAND : place(Records.text(number, "value")), why);
                case "EMPTY" -> send(piece, field.isEmpty() && !why.contains("ILLEGIBLE") ? "" : HAND, why);
                default -> hold(piece, why); // in review, or a status that is newer than this program
            }
        }

        /** The first three digits name the centre that sorts further; here each lane goes to a region, which is the first digit. */
        private static String place(String zip) {
            return zip.matches("\\d{5}(-?\\d{4})?") ? zip.substring(0, 3) + "/" + zip.charAt(0) : HAND;
        }

        private void result(GenericRecord result) {
            String status = Records.text(result, "status");
            String why = status + " " + Records.text(result, "reasons");
            boolean given = status.equals("EXPIRED") || status.equals("REFUSED");
            state.put("expired", status.equals("EXPIRED"));
            String current = Submission.from(state).toString();
            for (Map.Entry<String, GenericRecord> piece : Map.copyOf(pieces).entrySet()) {
                boolean held = (boolean) piece.getValue().get("held");
                if (held && (given || !piece.getValue().get("submission").toString().equals(current))) {
                    send(piece.getKey(), HAND, why); // nobody will answer any more
                } else if (piece.getKey().endsWith(WHOLE) && status.equals("COMPLETE")) {
                    send(piece.getKey(), "", why); // the question about the page was closed: its pieces were read after all
                }
            }
            if (given) {
                send(ALL, HAND, why); // pieces that were never seen may be in it
            }
        }

        private void hold(String name, String why) {
            if ((boolean) state.get("expired")) {
                send(name, HAND, why);
                return;
            }
            GenericRecord piece = piece(name);
            if (piece.get("place").toString().isEmpty() && !(boolean) piece.get("held")) {
                piece.put("held", true);
                line(name, piece, "HOLD", "", "", why);
            }
        }

        /** Sends a piece to a place; to none where there is no piece after all. A piece that is there already needs no line. */
        private void send(String name, String place, String why) {
            if (place.isEmpty() && !pieces.containsKey(name)) {
                return;
            }
            GenericRecord piece = piece(name);
            String from = piece.get("place").toString();
            if ((boolean) piece.get("held") || !from.equals(place)) {
                piece.put("held", false);
                piece.put("place", place);
                String kind = from.isEmpty() ? "SORT" : "REROUTE";
                line(name, piece, place.isEmpty() ? "NOTHING" : kind, place, from, why);
            }
        }

        private GenericRecord piece(String name) {
            GenericRecord piece = pieces.computeIfAbsent(name, fresh -> new GenericRecordBuilder(STATE.getField("pieces").schema()
                .getValueType()).set("submission", "").build());
            piece.put("submission", Submission.from(state).toString());
            return piece;
        }

        private void line(String name, GenericRecord piece, String kind, String place, String from, String why) {
            piece.put("lines", (int) piece.get("lines") + 1);
            write(this.name, name, (int) piece.get("lines"), kind, place, from, why, share);
        }
    }
}
