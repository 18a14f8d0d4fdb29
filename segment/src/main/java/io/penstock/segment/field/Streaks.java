package io.penstock.segment.field;

import io.penstock.segment.form.FieldDefinition;
import io.penstock.segment.form.FormDefinition;
import io.penstock.segment.form.Line;
import io.penstock.segment.form.Place;
import io.penstock.segment.geometry.Area;
import io.penstock.segment.geometry.Homography;
import io.penstock.segment.scanner.Streak;
import java.util.List;
import java.util.stream.Stream;
import org.opencv.core.Point;

/** The streaks of a page on which a form was found: which fields they run through, where they are not the form's own lines. */
public final class Streaks {

    /** How near a printed line what looks like a streak is that line. */
    private static final double ON_LINE_MM = 0.7;
    /** Least length of a streak: longer than any stroke, on a scan however small. */
    private static final double LENGTH_MM = 25;
    /** Least share of a field's height, or width, that a streak runs along. */
    private static final double ALONG = 0.3;

    private final List<Streak> streaks;
    private final List<Line> lines;
    private final Homography transform;

    private Streaks(List<Streak> streaks, List<Line> lines, Homography transform) {
        this.streaks = streaks;
        this.lines = lines;
        this.transform = transform;
    }

    /** Takes the streaks of a page and a form that lies on it. */
    public static Streaks on(List<Streak> found, FormDefinition form, Homography transform) {
        List<Line> lines = Stream.concat(form.rigidLines().stream(),
            form.fields().stream().map(FieldDefinition::place).flatMap(place -> FormDefinition.lines(place).stream())).toList();
        double least = LENGTH_MM * transform.scaleAt(form.width() / 2, form.height() / 2);
        List<Streak> streaks = found.stream().filter(streak -> streak.to() - streak.from() >= least).toList();
        return new Streaks(streaks, lines, transform);
    }

    /** Returns whether one of them runs through where people write. */
    boolean cross(Place place) {
        Stream<Area> areas = place instanceof Place.Boxes boxes ? boxes.combs().stream().map(comb -> comb.area()) : Stream.of(place.area());
        return areas.map(transform::bounds).anyMatch(area -> streaks.stream().anyMatch(streak -> crosses(streak, area)));
    }

    private boolean crosses(Streak streak, Area area) {
        double from = streak.horizontal() ? area.x() : area.y();
        double to = streak.horizontal() ? area.right() : area.bottom();
        double near = streak.horizontal() ? area.y() : area.x();
        double far = streak.horizontal() ? area.bottom() : area.right();
        double along = Math.min(to, streak.to()) - Math.max(from, streak.from());
        return streak.at() > near && streak.at() < far && along > ALONG * (to - from)
            && lines.stream().noneMatch(line -> isSame(streak, line, (from + to) / 2));
    }

    /** Returns whether a printed line lies where a streak does, at a place along it. */
    private boolean isSame(Streak streak, Line line, double place) {
        Point begin = line.horizontal() ? transform.map(line.from(), line.at()) : transform.map(line.at(), line.from());
        Point end = line.horizontal() ? transform.map(line.to(), line.at()) : transform.map(line.at(), line.to());
        double first = streak.horizontal() ? begin.x : begin.y;
        double last = streak.horizontal() ? end.x : end.y;
        double across = streak.horizontal() ? begin.y : begin.x;
        double rise = (streak.horizontal() ? end.y : end.x) - across;
        double near = ON_LINE_MM
            * (line.horizontal() ? transform.scaleAt(line.from(), line.at()) : transform.scaleAt(line.at(), line.from()));
        if (Math.abs(rise) > Math.abs(last - first) || place < Math.min(first, last) - near || place > Math.max(first, last) + near) {
            return false;
        }
        return Math.abs(across + rise * (place - first) / (last - first) - streak.at()) < near;
    }
}
