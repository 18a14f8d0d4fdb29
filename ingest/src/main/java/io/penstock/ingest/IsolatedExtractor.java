package io.penstock.ingest;

import io.penstock.ingest.page.Extraction;
import io.penstock.ingest.page.Extraction.Pages;
import io.penstock.ingest.page.Extraction.Refused;
import io.penstock.ingest.page.IngestError;
import io.penstock.isolate.Isolator;
import io.penstock.isolate.Outcome;
import io.penstock.isolate.Outcome.Done;
import io.penstock.isolate.Outcome.Failed;
import java.util.Map;

/** The extraction of pages where it can do no harm: whatever a document does to its reader becomes a code. */
final class IsolatedExtractor {

    private final Isolator isolator;
    private final Map<String, String> setup;

    IsolatedExtractor(Isolator isolator, Map<String, String> setup) {
        this.isolator = isolator;
        this.setup = setup;
    }

    void open() {
        isolator.open(setup);
    }

    void close() {
        isolator.close();
    }

    /** Extracts all pages of a document; null counts as empty. */
    Extraction extract(byte[] document) {
        Outcome outcome = isolator.run(setup, document == null ? new byte[0] : document);
        if (outcome instanceof Done done) {
            return new Pages(done.parts().stream().map(PageFormat::read).toList());
        }
        if (outcome instanceof Outcome.Refused refused) {
            return new Refused(IngestError.valueOf(refused.code()), refused.message());
        }
        Failed failed = (Failed) outcome;
        return Refused.of(switch (failed.failure()) {
            case TIMEOUT -> IngestError.TIMEOUT;
            case OUT_OF_MEMORY -> IngestError.OUT_OF_MEMORY;
            case CRASHED -> IngestError.CRASHED;
            case BROKEN -> IngestError.INTERNAL;
        }, "the document could not be read (" + failed.message() + ")");
    }
}
