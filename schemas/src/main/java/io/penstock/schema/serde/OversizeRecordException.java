package io.penstock.schema.serde;

import org.apache.kafka.common.errors.SerializationException;

/** Says that an encoded record is larger than the topics of this pipeline take. */
public final class OversizeRecordException extends SerializationException {

    private static final long serialVersionUID = 1L;

    /** States both sizes, in bytes. */
    OversizeRecordException(String topic, int bytes, int limit) {
        super("a record for " + topic + " has " + bytes + " bytes, the limit is " + limit);
    }
}
