package io.penstock.review.http;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.penstock.review.access.Gate;
import io.penstock.review.desk.DeadLetterTail;
import io.penstock.review.desk.DeskClients;
import io.penstock.review.desk.DeskPolicy;
import io.penstock.review.desk.FormNames;
import io.penstock.review.desk.TaskDesk;
import io.penstock.review.document.DocumentDesk;
import io.penstock.review.grid.GridDesk;
import io.penstock.review.grid.GridPolicy;
import io.penstock.review.figures.Figures;
import io.penstock.review.lease.LeaseTimes;
import io.penstock.review.peer.AllTasks;
import io.penstock.review.peer.PeerDesk;
import io.penstock.review.peer.PeerSignature;
import io.penstock.review.queue.OpenTasks;
import io.penstock.schema.DocumentFate;
import io.penstock.schema.topic.TopicCatalogue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;

/** The service of one process of the stage, from its queue to its address. */
public final class Console implements AutoCloseable {

    private final Events events;
    private final TaskDesk desk;
    private final ReviewServer server;
    private final Producer<String, byte[]> uploads;

    private Console(Events events, TaskDesk desk, ReviewServer server, Producer<String, byte[]> uploads) {
        this.uploads = uploads;
        this.events = events;
        this.desk = desk;
        this.server = server;
    }

    /**
     * What a console shows.
     *
     * @param policy      what people see of tasks
     * @param times       how long leases hold
     * @param windowStart first of the hundred years that two-digit years mean
     * @param grid        what a look at a sheet of digits is worth
     * @param promised    share of accepted numbers that may be wrong; empty: nothing is promised
     */
    public record View(DeskPolicy policy, LeaseTimes times, int windowStart, GridPolicy grid, OptionalDouble promised) {
    }

    /**
     * What a console stands on.
     *
     * @param topics  the pipeline's
     * @param clients how it reaches Kafka
     * @param open    the tasks of this process
     * @param figures what it counts
     * @param others  host and port of the other processes of the stage
     * @param ready   whether the tasks of this process are there
     * @param fates   what this process knows of a document
     */
    public record Ground(TopicCatalogue topics, DeskClients clients, OpenTasks open, Figures figures, Supplier<List<String>> others,
                         BooleanSupplier ready, Function<String, Optional<DocumentFate>> fates) {
    }

    /** Starts to answer. */
    public static Console start(HttpSettings settings, Gate gate, View view, Ground ground) {
        ObjectMapper json = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
        Optional<PeerSignature> signature = settings.secret().map(PeerSignature::new);
        PeerDesk peers = new PeerDesk(json, ground.topics().format(), ground.open(), ground.figures(), ground.fates());
        AllTasks tasks = new AllTasks(peers, signature, ground.others());
        FormNames forms = new FormNames(ground.topics(), ground.clients().consumer());
        QueueRoutes queue = new QueueRoutes(json, gate, view.policy(), view.times(), tasks, forms);
        DashboardRoutes dashboard = new DashboardRoutes(json, tasks, view.promised(),
            new DeadLetterTail(ground.topics(), ground.clients().consumer()), ground.clients().lags());
        Events events = new Events(queue, dashboard);
        TaskDesk desk = TaskDesk.open(ground.topics(), ground.clients(), tasks, forms, events::changed);
        Producer<String, byte[]> uploads = ground.clients().producer().get();
        TaskJson taskJson = new TaskJson(json, view.policy(), view.windowStart());
        ReviewServer server = ReviewServer.start(settings, gate, ground.ready(), routes -> {
            ConsoleFiles.addTo(routes);
            new AboutRoutes(ground.ready()).addTo(routes);
            queue.addTo(routes);
            dashboard.addTo(routes);
            new TaskRoutes(json, taskJson, desk).addTo(routes);
            new PictureRoutes(json, taskJson, view.policy(), desk).addTo(routes);
            new GridRoutes(json, new GridDesk(desk, view.grid()), desk).addTo(routes);
            new DocumentRoutes(json, taskJson, new DocumentDesk(ground.topics(), uploads, tasks::fate, desk::result)).addTo(routes);
            new DeadLetterRoutes(json, ground.clients().replay()).addTo(routes);
            events.addTo(routes);
            ReviewServer.peers(routes, peers, signature);
        });
        return new Console(events, desk, server, uploads);
    }

    /** Returns host and port at which it answers. */
    public String hostAndPort() {
        return server.hostAndPort();
    }

    @Override
    public void close() {
        events.close();
        server.close();
        desk.close();
        uploads.close();
    }
}
