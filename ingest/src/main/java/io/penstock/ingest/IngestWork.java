package io.penstock.ingest;

import io.penstock.ingest.page.Extraction.Refused;
import io.penstock.isolate.Refusal;
import io.penstock.isolate.Work;
import io.penstock.isolate.WorkSource;
import io.penstock.isolate.drill.Drill;
import java.util.Map;
import java.util.Optional;

/** The work of the stage, kept apart from it: a document in, a part for each page out. Public, as a child process makes it by name. */
public final class IngestWork implements WorkSource {

    /** Name of the stage. */
    static final String STAGE = "ingest";

    @Override
    public Work start(Map<String, String> setup) {
        return of(IngestConfig.of(setup), Drill.of(setup));
    }

    /** Returns the work under a configuration. */
    static Work of(IngestConfig config, Drill drill) {
        PageExtractor extractor = new PageExtractor(config.extraction());
        return (document, parts) -> {
            drill.act(STAGE, document);
            Optional<Refused> refused = extractor.extract(document, page -> parts.add(PageFormat.write(page)));
            if (refused.isPresent()) {
                throw new Refusal(refused.get().code().name(), refused.get().message());
            }
        };
    }
}
