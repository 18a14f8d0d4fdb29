package io.penstock.review.peer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.penstock.review.figures.Figures;
import io.penstock.review.queue.OpenTasks;
import io.penstock.review.queue.QueueCount;
import io.penstock.review.queue.QueuedTask;
import io.penstock.schema.DocumentFate;
import io.penstock.schema.OpenTask;
import io.penstock.schema.serde.AvroFormat;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;

/** Questions and replies as they travel, and what this process replies. Thread-safe. */
public final class PeerDesk {

    private final ObjectMapper json;
    private final Serde<OpenTask> tasks;
    private final Serde<DocumentFate> fate;
    private final OpenTasks open;
    private final Figures figures;
    private final Function<String, Optional<DocumentFate>> fates;

    /** Replies about these tasks, what was counted here, and what is known here of documents. */
    public PeerDesk(ObjectMapper json, AvroFormat format, OpenTasks open, Figures figures, Function<String, Optional<DocumentFate>> fates) {
        this.json = json;
        tasks = format.inStage(OpenTask.class);
        fate = format.inStage(DocumentFate.class);
        this.open = open;
        this.figures = figures;
        this.fates = fates;
    }

    /** Returns the reply to a question, as text; empty where it is none. */
    public Optional<String> reply(String question) {
        try {
            Question asked = json.readValue(question, Question.class);
            List<Reply.Entry> entries = asked.tasks(open).stream().map(task -> new Reply.Entry(task.review(), task.rank(),
                tasks.serializer().serialize("", task.task()))).toList();
            Reply.Count count = asked.ask() == Question.Ask.COUNT ? Reply.Count.of(open.count()) : null;
            Map<String, Long> counted = asked.ask() == Question.Ask.FIGURES ? figures(Instant.ofEpochMilli(asked.from())) : null;
            byte[] known = asked.ask() == Question.Ask.FATE
                ? fates.apply(asked.review()).map(found -> fate.serializer().serialize("", found)).orElse(null) : null;
            return Optional.of(json.writeValueAsString(new Reply(entries, count, counted, known)));
        } catch (JsonProcessingException | NullPointerException e) {
            return Optional.empty();
        }
    }

    String text(Question question) {
        try {
            return json.writeValueAsString(question);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a question is plain text", e);
        }
    }

    Reply read(String reply) throws IOException {
        return json.readValue(reply, Reply.class);
    }

    List<QueuedTask> tasks(Reply reply) {
        return reply.tasks().stream()
            .map(entry -> new QueuedTask(entry.review(), tasks.deserializer().deserialize("", entry.task()), entry.rank())).toList();
    }

    Optional<DocumentFate> fate(Reply reply) {
        return Optional.ofNullable(reply.fate()).map(bytes -> fate.deserializer().deserialize("", bytes));
    }

    Optional<DocumentFate> fateHere(String document) {
        return fates.apply(document);
    }

    List<QueuedTask> here(Question question) {
        return question.tasks(open);
    }

    QueueCount count() {
        return open.count();
    }

    Map<String, Long> figures(Instant from) {
        return figures.from(from);
    }
}
