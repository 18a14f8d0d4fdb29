package io.penstock.schema.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.schema.Box;
import io.penstock.schema.Correction;
import io.penstock.schema.CorrectionOutcome;
import io.penstock.schema.SegmentedPage;
import io.penstock.schema.Submission;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class SingleObjectSerdeTest {

    private static final Correction CORRECTION = Correction.newBuilder().setReview("r1").setDocument("a.pdf")
        .setOutcome(CorrectionOutcome.TEXT).setText("94103").setReviewer("ann").setCorrectedAt(Instant.ofEpochMilli(1_700_000_000_123L))
            .build();

    private final SingleObjectSerde<Correction> serde = SingleObjectSerde.of(Correction.class);

    @Test
    void aRecordComesBackAsItWas() {
        byte[] bytes = serde.serializer().serialize("corrections", CORRECTION);
        assertThat(serde.deserializer().deserialize("corrections", bytes)).isEqualTo(CORRECTION);
    }

    @Test
    void everyMessageNamesItsSchema() {
        byte[] bytes = serde.serializer().serialize("corrections", CORRECTION);
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(header.getShort()).isEqualTo((short) 0x01C3);
        assertThat(header.getLong()).isEqualTo(SchemaNormalization.parsingFingerprint64(Correction.getClassSchema()));
    }

    @Test
    void aTombstoneStaysATombstone() {
        assertThat(serde.serializer().serialize("corrections", null)).isNull();
        assertThat(serde.deserializer().deserialize("corrections", null)).isNull();
    }

    @Test
    void aRecordOfAnOlderWriterIsReadWithDefaultsWhereTheSourceKnowsItsSchema() throws IOException {
        Schema older = olderCorrection();
        byte[] bytes = encode(older);

        SingleObjectSerde<Correction> withSource = SingleObjectSerde.of(Correction.class,
            fingerprint -> fingerprint == SchemaNormalization.parsingFingerprint64(older) ? older : null, Integer.MAX_VALUE);

        Correction read = withSource.deserializer().deserialize("corrections", bytes);
        assertThat(read.getReview()).isEqualTo("r0");
        assertThat(read.getText()).isEmpty();
        assertThat(read.getTookMillis()).isNull();
    }

    @Test
    void aRecordOfAnUnknownWriterIsRefused() throws IOException {
        byte[] bytes = encode(olderCorrection());
        assertThatThrownBy(() -> serde.deserializer().deserialize("corrections", bytes)).isInstanceOf(SerializationException.class);
    }

    @Test
    void anythingElseIsRefused() {
        for (String junk : new String[] {"", "x", "%PDF-1.7 not Avro", "\u00c3\u0001123456789"}) {
            byte[] bytes = junk.getBytes(StandardCharsets.ISO_8859_1);
            assertThatThrownBy(() -> serde.deserializer().deserialize("corrections", bytes)).as(junk)
                .isInstanceOf(SerializationException.class);
        }
    }

    @Test
    void aForgedLengthTakesNoMemory() {
        byte[] whole = serde.serializer().serialize("corrections", CORRECTION);
        for (String length : new String[] {"80d0acf30e", "feffffff0f", "fcffffff0f", "feffffffffffffffff01", "01", "ffffffff0f"}) {
            byte[] forged = new byte[15];
            System.arraycopy(whole, 0, forged, 0, 10);
            byte[] bytes = HexFormat.of().parseHex(length);
            System.arraycopy(bytes, 0, forged, 10, Math.min(5, bytes.length));
            assertThatThrownBy(() -> serde.deserializer().deserialize("corrections", forged)).as(length)
                .isInstanceOf(SerializationException.class);
        }
    }

    @Test
    void aForgedNumberOfItemsTakesNoMemory() {
        SegmentedPage page = SegmentedPage.newBuilder().setDocument("a").setSubmission(new Submission("t", 0, 0L, Instant.EPOCH, ""))
            .setNumber(1).setCount(1).setReasons(List.of()).setFields(List.of()).setRelations(List.of()).build();
        SingleObjectSerde<SegmentedPage> pages = SingleObjectSerde.of(SegmentedPage.class);
        byte[] bytes = pages.serializer().serialize("glyphs", page);
        byte[] forged = Arrays.copyOf(bytes, bytes.length + 4);
        // the last byte says that there are no relations
        System.arraycopy(HexFormat.of().parseHex("80d0acf30e"), 0, forged, bytes.length - 1, 5);
        assertThat(pages.deserializer().deserialize("glyphs", bytes)).isEqualTo(page);
        assertThatThrownBy(() -> pages.deserializer().deserialize("glyphs", forged)).isInstanceOf(SerializationException.class);
    }

    @Test
    void blocksOfItemsWithTheirSizeAreRead() throws IOException {
        Schema schema = SchemaBuilder.record("Kinds").fields().name("numbers").type().array().items().longType().noDefault()
            .name("text").type().stringType().noDefault().name("last").type().doubleType().noDefault().endRecord();
        // two items in two bytes: 1, 2; one item: 3; no more; "xy"; 1.5
        ByteBuffer bytes = ByteBuffer.wrap(HexFormat.of().parseHex("03040204" + "0206" + "00" + "047879" + "000000000000f83f"));
        GenericData.Record read = new GenericDatumReader<GenericData.Record>(schema).read(null, new BoundedDecoder(bytes));
        assertThat(read.get("numbers")).isEqualTo(List.of(1L, 2L, 3L));
        assertThat(read.get("text").toString()).isEqualTo("xy");
        assertThat(read.get("last")).isEqualTo(1.5);
    }

    @Test
    void aRecordLargerThanItsTopicTakesIsRefusedWhileSerializing() {
        SingleObjectSerde<Box> small = SingleObjectSerde.of(Box.class, ShippedSchemas.load(), 12);
        assertThatThrownBy(() -> small.serializer().serialize("pages", new Box(1_000_000, 1_000_000, 1_000_000, 1_000_000)))
            .isInstanceOf(OversizeRecordException.class).hasMessageContaining("the limit is 12");
        assertThat(SingleObjectSerde.of(Box.class).serializer().serialize("pages", new Box(1, 1, 1, 1))).hasSize(14);
    }

    private static Schema olderCorrection() {
        return new Schema.Parser().parse("""
            {"type": "record", "name": "Correction", "namespace": "io.penstock.schema", "fields": [
              {"name": "review", "type": "string"}, {"name": "document", "type": "string"},
              {"name": "outcome", "type": {"type": "enum", "name": "CorrectionOutcome", "symbols": ["UNKNOWN", "EMPTY"],
                "default": "UNKNOWN"}},
              {"name": "reviewer", "type": "string"},
              {"name": "correctedAt", "type": {"type": "long", "logicalType": "timestamp-millis"}}]}""");
    }

    private static byte[] encode(Schema schema) throws IOException {
        var record = new GenericRecordBuilder(schema).set("review", "r0").set("document", "a.pdf")
            .set("outcome", new GenericData.EnumSymbol(schema.getField("outcome").schema(), "EMPTY"))
            .set("reviewer", "bob").set("correctedAt", 1L).build();
        ByteBuffer bytes = new BinaryMessageEncoder<GenericData.Record>(GenericData.get(), schema).encode(record);
        byte[] array = new byte[bytes.remaining()];
        bytes.get(array);
        return array;
    }
}
