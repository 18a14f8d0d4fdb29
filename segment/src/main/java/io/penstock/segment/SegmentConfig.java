package io.penstock.segment;

import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;

/** Configuration of the segment stage. */
public final class SegmentConfig {

    private static final String THUMBNAIL = "segment.review.page.pixels";
    private static final String MAX_PIXELS = "segment.limit.pixels";

    /** Every key of this stage with its default and documentation. */
    public static final ConfigDef DEFINITION = new ConfigDef()
        .define(THUMBNAIL, Type.INT, 1600, Range.between(200, 10_000), Importance.LOW,
            "Longer side, in pixels, of the picture of a whole page that is sent to a person because no form was recognized on it.")
        .define(MAX_PIXELS, Type.LONG, 200_000_000L, Range.atLeast(1_000_000), Importance.MEDIUM,
            "Largest page image, in pixels; a larger one becomes a dead letter with code PAGE_TOO_LARGE.");

    private final AbstractConfig values;

    private SegmentConfig(AbstractConfig values) {
        this.values = values;
    }

    /** Reads the stage's keys from settings; others are ignored. */
    public static SegmentConfig of(Map<String, ?> settings) {
        return new SegmentConfig(new AbstractConfig(DEFINITION, settings, false));
    }

    int thumbnailPixels() {
        return values.getInt(THUMBNAIL);
    }

    long maxPixels() {
        return values.getLong(MAX_PIXELS);
    }
}
