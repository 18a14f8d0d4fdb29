package io.penstock.review.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.penstock.review.access.Role;
import io.penstock.review.access.Visitor;
import io.penstock.review.desk.TaskDesk;
import io.penstock.review.grid.GridDesk;
import io.penstock.review.grid.Sheet;
import io.penstock.schema.Page;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** The routes of sheets of digits that were read alike. */
final class GridRoutes {

    private static final String CELL = "[0-9]{1,4}";
    /** What is seen around a digit, as a share of its height. */
    private static final double MARGIN = 0.25;

    private final ObjectMapper json;
    private final GridDesk grid;
    private final TaskDesk desk;

    GridRoutes(ObjectMapper json, GridDesk grid, TaskDesk desk) {
        this.json = json;
        this.grid = grid;
        this.desk = desk;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/api/grid", this::sheet);
        routes.get("/api/grid/{sheet}/{cell}", this::picture);
        routes.post("/api/grid/{sheet}", this::confirm);
        routes.post("/api/grid/{sheet}/release", this::release);
    }

    private void sheet(Context request) throws InterruptedException {
        Visitor visitor = Guard.visitor(request, Role.CLERK, Role.SUPERVISOR);
        String digit = request.queryParam("digit");
        String want = request.queryParam("want");
        if (digit == null || !digit.matches("[0-9]") || want != null && !want.matches(CELL)) {
            throw new ApiException(ApiFault.BODY_INVALID);
        }
        Sheet sheet = grid.draw(digit, want == null ? Integer.MAX_VALUE : Integer.parseInt(want), visitor.name());
        ObjectNode reply = json.createObjectNode().put("sheet", sheet.id()).put("digit", digit);
        ArrayNode cells = reply.putArray("cells");
        for (int i = 0; i < sheet.cells().size(); i++) {
            cells.addObject().put("cell", i).put("confidence", sheet.shown(i))
                .put("picture", "/api/grid/" + sheet.id() + "/" + i + ".png");
        }
        Replies.json(request, reply);
    }

    private void picture(Context request) throws InterruptedException {
        String cell = request.pathParam("cell").replaceFirst("\\.png$", "");
        Sheet.Cell found = !cell.matches(CELL) ? null
            : grid.cell(request.pathParam("sheet"), Integer.parseInt(cell), Guard.visitor(request).name()).orElse(null);
        if (found == null) {
            throw new ApiException(ApiFault.NOT_FOUND);
        }
        Page page = desk.page(found.task().getNumber()).orElseThrow(() -> new ApiException(ApiFault.PAGE_GONE));
        try {
            request.contentType("image/png").header("Cache-Control", "private, max-age=600")
                .result(PagePicture.cut(page, found.task().getNumber().getDigits().get(found.index()).getBox(), MARGIN));
        } catch (IOException e) {
            throw new ApiException(ApiFault.PAGE_GONE);
        }
    }

    private void confirm(Context request) throws InterruptedException {
        Visitor visitor = Guard.visitor(request, Role.CLERK, Role.SUPERVISOR);
        JsonNode body = RequestBody.object(json, request);
        if (!body.path("odd").isArray()) {
            throw new ApiException(ApiFault.BODY_INVALID);
        }
        Set<Integer> odd = new HashSet<>();
        body.path("odd").forEach(cell -> odd.add(cell.asInt(-1)));
        GridDesk.Outcome outcome = grid.confirm(request.pathParam("sheet"), visitor.name(), odd,
            Math.max(0, body.path("tookMillis").asLong(0)));
        Replies.json(request, json.createObjectNode().put("confirmed", outcome.confirmed()).put("odd", outcome.odd())
            .put("open", outcome.open()));
    }

    private void release(Context request) throws InterruptedException {
        grid.release(request.pathParam("sheet"), Guard.visitor(request, Role.CLERK, Role.SUPERVISOR).name());
        Replies.json(request, json.createObjectNode());
    }
}
