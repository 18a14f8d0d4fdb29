package io.penstock.ingest;

import io.penstock.ingest.page.ExtractionSettings;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;

/**
 * The configuration of the ingest stage.
 *
 * @param extraction how pages are rendered, and the limits
 */
public record IngestConfig(ExtractionSettings extraction) {

    private static final String DPI = "ingest.render.dpi";
    private static final String MIN_DPI = "ingest.render.dpi.min";
    private static final String BYTES = "ingest.limit.bytes";
    private static final String PAGES = "ingest.limit.pages";
    private static final String PAGE_PIXELS = "ingest.limit.page.pixels";
    private static final String PAGE_BYTES = "ingest.limit.page.bytes";
    private static final String DOCUMENT_PIXELS = "ingest.limit.document.pixels";
    private static final String DOCUMENT_BYTES = "ingest.limit.document.bytes";
    private static final String SECONDS = "ingest.limit.seconds";

    private static final ExtractionSettings DEFAULTS = ExtractionSettings.defaults();

    /** Every key of the stage, declared once. */
    public static final ConfigDef DEFINITION = new ConfigDef()
        .define(DPI, Type.INT, DEFAULTS.dpi(), Range.between(50, 2400), Importance.MEDIUM,
            "Resolution in dots per inch at which PDF pages that are not one scanned image are rendered.")
        .define(MIN_DPI, Type.INT, DEFAULTS.minDpi(), Range.between(50, 2400), Importance.LOW,
            "Resolution in dots per inch down to which a huge PDF page may be rendered before it is refused with TOO_MANY_PIXELS.")
        .define(BYTES, Type.INT, DEFAULTS.maxBytes(), Range.atLeast(1), Importance.MEDIUM,
            "Largest document in bytes; a larger one is refused with TOO_LARGE.")
        .define(PAGES, Type.INT, DEFAULTS.maxPages(), Range.atLeast(1), Importance.MEDIUM,
            "Most pages in a document; one with more is refused with TOO_MANY_PAGES.")
        .define(PAGE_PIXELS, Type.LONG, DEFAULTS.maxPagePixels(), Range.atLeast(1), Importance.MEDIUM,
            "Most pixels of one page, and of one image on it; more are refused with TOO_MANY_PIXELS before anything is decoded.")
        .define(PAGE_BYTES, Type.INT, DEFAULTS.maxPageBytes(), Range.atLeast(1), Importance.MEDIUM,
            "Largest encoded page in bytes, which must stay below the topics' largest message; more is refused with PAGE_TOO_LARGE.")
        .define(DOCUMENT_PIXELS, Type.LONG, DEFAULTS.maxDocumentPixels(), Range.atLeast(1), Importance.LOW,
            "Most pixels of all pages of a document together; more are refused with TOO_MANY_PIXELS.")
        .define(DOCUMENT_BYTES, Type.LONG, DEFAULTS.maxDocumentBytes(), Range.atLeast(1), Importance.LOW,
            "Most bytes of all encoded pages of a document, which are held in memory until the last one is there; more are refused "
                + "with PAGES_TOO_LARGE.")
        .define(SECONDS, Type.INT, Math.toIntExact(DEFAULTS.time().toSeconds()), Range.between(1, 240), Importance.MEDIUM,
            "Seconds for one document; one that takes longer is refused with TIMEOUT.");

    /**
     * Reads the configuration; keys of other stages are ignored.
     *
     * @throws ConfigException where a value is missing, of a wrong type or out of range
     */
    public static IngestConfig of(Map<String, ?> values) {
        AbstractConfig config = new AbstractConfig(DEFINITION, values, false);
        if (config.getInt(MIN_DPI) > config.getInt(DPI)) {
            throw new ConfigException(MIN_DPI, config.getInt(MIN_DPI), "must not be above " + DPI);
        }
        return new IngestConfig(new ExtractionSettings(config.getInt(DPI), config.getInt(MIN_DPI), config.getInt(BYTES),
            config.getInt(PAGES), config.getLong(PAGE_PIXELS), config.getInt(PAGE_BYTES), config.getLong(DOCUMENT_PIXELS),
            config.getLong(DOCUMENT_BYTES), Duration.ofSeconds(config.getInt(SECONDS))));
    }
}
