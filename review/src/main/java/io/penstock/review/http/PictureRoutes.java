package io.penstock.review.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.penstock.review.access.Visitor;
import io.penstock.review.desk.DeskPolicy;
import io.penstock.review.desk.HeldTask;
import io.penstock.review.desk.TaskDesk;
import io.penstock.schema.Box;
import io.penstock.schema.Page;
import io.penstock.schema.RecognizedNumber;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Semaphore;

/** The routes of what there is to see of a task: the snippet as the scan has it, the page upright. */
final class PictureRoutes {

    private static final int WIDEST = 4000;
    /** What is seen around a field, as a share of its height. */
    private static final double MARGIN = 0.6;
    /** How many pages are drawn at once: each takes as much memory as it has pixels. */
    private static final int PAINTERS = 2;

    private final ObjectMapper json;
    private final TaskJson tasks;
    private final DeskPolicy policy;
    private final TaskDesk desk;
    private final Semaphore painters = new Semaphore(PAINTERS);

    PictureRoutes(ObjectMapper json, TaskJson tasks, DeskPolicy policy, TaskDesk desk) {
        this.json = json;
        this.tasks = tasks;
        this.policy = policy;
        this.desk = desk;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/api/tasks/{review}/snippet.png", this::snippet);
        routes.get("/api/tasks/{review}/page.jpg", this::picture);
        routes.get("/api/tasks/{review}/page", this::page);
    }

    private HeldTask task(Context request) throws InterruptedException {
        return desk.look(request.pathParam("review")).orElseThrow(() -> new ApiException(ApiFault.TASK_UNKNOWN));
    }

    private void snippet(Context request) throws InterruptedException {
        HeldTask task = task(request);
        ByteBuffer png = task.task().orElseThrow(() -> new ApiException(ApiFault.PAGE_GONE)).getSnippet().duplicate();
        byte[] bytes = new byte[png.remaining()];
        png.get(bytes);
        request.contentType("image/png").header("Cache-Control", "private, max-age=600").result(bytes.length == 0 ? cut(task) : bytes);
    }

    /** A field that is asked about anew comes without a picture. */
    private byte[] cut(HeldTask task) throws InterruptedException {
        Box box = task.task().orElseThrow().getNumber().getBox();
        if (box == null) {
            throw new ApiException(ApiFault.PAGE_GONE);
        }
        try {
            return PagePicture.cut(record(task), box, MARGIN);
        } catch (IOException e) {
            throw new ApiException(ApiFault.PAGE_GONE);
        }
    }

    private Page record(HeldTask task) throws InterruptedException {
        return desk.page(task).orElseThrow(() -> new ApiException(ApiFault.PAGE_GONE));
    }

    private void picture(Context request) throws InterruptedException {
        Page page = record(task(request));
        String asked = request.queryParam("width");
        int width = asked != null && asked.matches("\\d{1,4}") ? Math.min(WIDEST, Math.max(1, Integer.parseInt(asked))) : WIDEST;
        painters.acquire();
        try {
            request.contentType("image/jpeg").header("Cache-Control", "private, max-age=600").result(PagePicture.jpeg(page, width));
        } catch (IOException e) {
            throw new ApiException(ApiFault.PAGE_GONE);
        } finally {
            painters.release();
        }
    }

    private void page(Context request) throws InterruptedException {
        Visitor visitor = Guard.visitor(request);
        HeldTask task = task(request);
        Page page = record(task);
        boolean turned = page.getRotation() % 180 != 0;
        ObjectNode reply = json.createObjectNode()
            .put("width", turned ? page.getHeight() : page.getWidth())
            .put("height", turned ? page.getWidth() : page.getHeight());
        RecognizedNumber number = task.task().orElseThrow().getNumber();
        reply.set("box", number.getBox() == null ? null : tasks.box(number.getBox()));
        ArrayNode fields = reply.putArray("fields");
        task.neighbours().stream().filter(other -> other.getField() != null).forEach(other -> fields.add(field(other, visitor)));
        if (number.getField() != null) {
            ObjectNode own = field(number, visitor);
            if (policy.isBlind(task.state())) {
                own.put("text", "").putNull("value");
            }
            fields.add(own);
        }
        Replies.json(request, reply);
    }

    private ObjectNode field(RecognizedNumber number, Visitor visitor) {
        ObjectNode field = tasks.sibling(number, visitor).put("name", number.getField()).put("copy", number.getCopy());
        field.set("box", number.getBox() == null ? null : tasks.box(number.getBox()));
        return field;
    }
}
