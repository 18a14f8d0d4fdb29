package io.penstock.bench;

import io.penstock.app.config.Settings;
import io.penstock.app.read.DirectReader;
import io.penstock.schema.Page;
import io.penstock.segment.form.FormDefinition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Worker threads that each call the classes of all stages in a row: no broker, no records on a wire. */
final class DirectReading implements AutoCloseable {

    private final List<DirectReader> readers = new ArrayList<>();
    private final ExecutorService workers;

    /** Starts the workers, each with a reader of its own. */
    DirectReading(Settings settings, List<FormDefinition> forms, int threads) {
        for (int i = 0; i < threads; i++) {
            readers.add(new DirectReader(settings, forms));
        }
        workers = Executors.newFixedThreadPool(threads);
    }

    /** Reads documents; whoever is free takes the next. */
    Round read(List<Workload.Document> documents) throws InterruptedException, ExecutionException {
        AtomicInteger next = new AtomicInteger();
        Round.Clock clock = new Round.Clock();
        List<Callable<Count>> tasks = new ArrayList<>();
        for (DirectReader reader : readers) {
            tasks.add(() -> {
                Count count = Count.NONE;
                for (int i = next.getAndIncrement(); i < documents.size(); i = next.getAndIncrement()) {
                    count = count.plus(read(reader, documents.get(i)));
                }
                return count;
            });
        }
        Count all = Count.NONE;
        for (Future<Count> count : workers.invokeAll(tasks)) {
            all = all.plus(count.get());
        }
        return clock.stop(all);
    }

    private static Count read(DirectReader reader, Workload.Document document) throws IOException, InterruptedException {
        Count count = Count.NONE;
        for (Page page : reader.pages(document.id(), document.bytes())) {
            CutPage cut = CutPage.of(page, reader);
            count = count.plus(new Count(1, cut.inked(), reader.decode(reader.classify(cut.fields())).size()));
        }
        return count;
    }

    @Override
    public void close() {
        workers.shutdown();
        readers.forEach(DirectReader::close);
    }
}
