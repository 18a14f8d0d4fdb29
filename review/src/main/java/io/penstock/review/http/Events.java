package io.penstock.review.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.sse.SseClient;
import io.penstock.review.access.Role;
import io.penstock.review.access.Visitor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The route of server-sent events: how much there is to do, whenever something was decided, and every few seconds in any case; then also
 * the dashboard, to who may see it.
 */
final class Events implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Events.class);
    private static final long TICK_MILLIS = 1000;
    private static final int TICKS_IN_ANY_CASE = 5;
    private static final int MOST_CLIENTS = 200;

    private final QueueRoutes queue;
    private final DashboardRoutes dashboard;
    private final Map<SseClient, Visitor> clients = new ConcurrentHashMap<>();
    private final AtomicBoolean changed = new AtomicBoolean();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "review-events");
        thread.setDaemon(true);
        return thread;
    });
    private final ScheduledFuture<?> ticking;
    private int ticks;

    Events(QueueRoutes queue, DashboardRoutes dashboard) {
        this.queue = queue;
        this.dashboard = dashboard;
        ticking = clock.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Takes note that something was decided. */
    void changed() {
        changed.set(true);
    }

    void addTo(RoutesConfig routes) {
        routes.sse("/api/events", client -> {
            if (clients.size() >= MOST_CLIENTS) {
                client.close();
                return;
            }
            client.keepAlive();
            client.onClose(() -> clients.remove(client));
            clients.put(client, Guard.visitor(client.ctx()));
            send(client, Guard.visitor(client.ctx()));
        });
    }

    private void tick() {
        boolean due = ++ticks % TICKS_IN_ANY_CASE == 0;
        if (changed.getAndSet(false) || due) {
            clients.forEach(this::send);
        }
        List<SseClient> watching = clients.entrySet().stream().filter(client -> client.getValue().is(Role.SUPERVISOR, Role.AUDITOR))
            .map(Map.Entry::getKey).toList();
        if (due && !watching.isEmpty()) {
            showDashboard(watching);
        }
    }

    private void showDashboard(List<SseClient> watching) {
        try {
            String board = dashboard.dashboard().toString();
            watching.forEach(client -> client.sendEvent("dashboard", board));
        } catch (RuntimeException e) {
            LOG.warn("the dashboard can't be told of: {}", e.toString());
        }
    }

    private void send(SseClient client, Visitor visitor) {
        try {
            client.sendEvent("queue", queue.queue(visitor).toString());
        } catch (RuntimeException e) {
            LOG.debug("a console went away", e);
            clients.remove(client);
        }
    }

    @Override
    public void close() {
        ticking.cancel(false);
        clock.shutdown();
        clients.keySet().forEach(SseClient::close);
    }
}
