package io.penstock.app.command.option;

import io.penstock.train.report.HtmlPage;
import io.penstock.train.report.ReportFolder;
import java.nio.file.Path;

/**
 * Where a user wants a page: a folder, or a file whose name ends in {@code .html}.
 *
 * @param place what was given
 * @param name  name of the page in a folder
 */
public record ReportPlace(Path place, String name) {

    private static final String HTML = ".html";

    /** Writes the page with its figures as JSON beside it; returns the page's file. */
    public Path write(HtmlPage page, Object figures) {
        String file = place.getFileName().toString();
        if (!file.endsWith(HTML)) {
            return new ReportFolder(place).write(name, page, figures);
        }
        return new ReportFolder(place.toAbsolutePath().getParent()).write(file.substring(0, file.length() - HTML.length()), page, figures);
    }
}
