package io.penstock.schema.serde;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.avro.message.BadHeaderException;

/**
 * What stands before the body of a record and names its writer's schema: C3 01 and eight bytes of fingerprint, low byte first (Avro's
 * single-object encoding), or 00 and four bytes of a registry's id, high byte first (Confluent's wire format).
 */
final class RecordHeader {

    private static final short SINGLE_OBJECT = 0x01C3;
    private static final int SINGLE_OBJECT_BYTES = Short.BYTES + Long.BYTES;
    private static final byte CONFLUENT = 0;
    private static final int CONFLUENT_BYTES = 1 + Integer.BYTES;

    private RecordHeader() {
    }

    static byte[] singleObject(long fingerprint) {
        return ByteBuffer.allocate(SINGLE_OBJECT_BYTES).order(ByteOrder.LITTLE_ENDIAN).putShort(SINGLE_OBJECT).putLong(fingerprint).array();
    }

    static byte[] confluent(int id) {
        return ByteBuffer.allocate(CONFLUENT_BYTES).put(CONFLUENT).putInt(id).array();
    }

    static boolean isSingleObject(byte[] record) {
        return record.length >= SINGLE_OBJECT_BYTES && littleEndian(record).getShort() == SINGLE_OBJECT;
    }

    static boolean isConfluent(byte[] record) {
        return record.length >= CONFLUENT_BYTES && record[0] == CONFLUENT;
    }

    /** Returns the fingerprint in a header of single-object encoding. */
    static long fingerprint(byte[] record) {
        return littleEndian(record).getLong(Short.BYTES);
    }

    /** Returns the id in a header of Confluent's wire format. */
    static int id(byte[] record) {
        return ByteBuffer.wrap(record).getInt(1);
    }

    /** Returns what comes after either header. */
    static ByteBuffer body(byte[] record) throws BadHeaderException {
        int start = isSingleObject(record) ? SINGLE_OBJECT_BYTES : CONFLUENT_BYTES;
        if (!isSingleObject(record) && !isConfluent(record)) {
            throw new BadHeaderException("it begins with no header that names a schema");
        }
        return ByteBuffer.wrap(record, start, record.length - start);
    }

    private static ByteBuffer littleEndian(byte[] record) {
        return ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN);
    }
}
