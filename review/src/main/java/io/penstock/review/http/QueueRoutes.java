package io.penstock.review.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.penstock.review.access.Gate;
import io.penstock.review.access.Visitor;
import io.penstock.review.desk.DeskPolicy;
import io.penstock.review.desk.FormNames;
import io.penstock.review.lease.LeaseTimes;
import io.penstock.review.peer.AllTasks;
import io.penstock.review.queue.QueueCount;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** The routes of who I am, how much there is to do, and which forms there are. */
final class QueueRoutes {

    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final ObjectMapper json;
    private final Gate gate;
    private final DeskPolicy policy;
    private final LeaseTimes times;
    private final AllTasks tasks;
    private final FormNames forms;

    QueueRoutes(ObjectMapper json, Gate gate, DeskPolicy policy, LeaseTimes times, AllTasks tasks, FormNames forms) {
        this.json = json;
        this.gate = gate;
        this.policy = policy;
        this.times = times;
        this.tasks = tasks;
        this.forms = forms;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/api/session", this::session);
        routes.after("/api/login", request -> {
            if (Guard.visitor(request) != null) {
                session(request); // of whoever has just logged in
            }
        });
        routes.get("/api/forms", this::forms);
        routes.get("/api/queue", request -> Replies.json(request, queue(Guard.visitor(request))));
    }

    private void forms(Context request) {
        ArrayNode all = json.createArrayNode();
        forms.byName().forEach((name, form) -> all.addObject().put("name", name).put("version", form.version()).put("title", form.title()));
        Replies.json(request, all);
    }

    private void session(Context request) {
        Visitor visitor = Guard.visitor(request);
        ObjectNode session = json.createObjectNode();
        session.put("user", visitor.name());
        ArrayNode roles = session.putArray("roles");
        visitor.roles().stream().sorted().forEach(role -> roles.add(role.name().toLowerCase(Locale.ROOT)));
        session.put("csrf", visitor.csrf());
        session.put("login", gate.hasLogin());
        session.putObject("policy")
            .put("leaseSeconds", times.lease().toSeconds())
            .put("ahead", policy.ahead())
            .put("blind", policy.blind().name().toLowerCase(Locale.ROOT))
            .put("maskAccounts", policy.mask());
        session.put("version", Optional.ofNullable(QueueRoutes.class.getPackage().getImplementationVersion()).orElse("development"));
        Replies.json(request, session);
    }

    /** Returns how much there is to do, and what of it this person has and did. */
    ObjectNode queue(Visitor visitor) {
        Instant now = Instant.now();
        AllTasks.Count count = tasks.count();
        QueueCount known = count.known();
        ObjectNode queue = json.createObjectNode();
        queue.put("open", known.open());
        queue.put("mine", tasks.heldBy(visitor.name(), now).size());
        ObjectNode byKind = queue.putObject("byKind");
        known.byKind().forEach((kind, tasksOfKind) -> byKind.put(kind.name(), tasksOfKind));
        ObjectNode byForm = queue.putObject("byForm");
        known.byForm().forEach(byForm::put);
        queue.put("oldestSeconds", known.oldest().map(oldest -> Math.max(0, Duration.between(oldest, now).toSeconds())).orElse(0L));
        queue.put("perHour", tasks.answeredBy(visitor.name()).stream().flatMap(task -> task.task().getAnswers().stream())
            .filter(answer -> answer.getReviewer().equals(visitor.name()) && answer.getCorrectedAt().isAfter(now.minus(AN_HOUR))).count());
        // processes of the stage whose tasks are not counted, as they did not reply
        queue.put("silent", count.silent());
        return queue;
    }
}
