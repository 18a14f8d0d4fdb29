package io.penstock.synth.scanner;

import io.penstock.segment.form.FieldDefinition;
import io.penstock.synth.paper.FormCopy;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * A scanned page, and where in its picture things are; all places are in pixels.
 *
 * @param image  the picture
 * @param dpi    its resolution
 * @param sheets the outline of the sheets on it
 * @param fields the fields on them
 * @param rooms  the boxes and free fields on them
 */
public record Scan(BufferedImage image, int dpi, Area sheets, List<Rectangle2D> fields, List<Rectangle2D> rooms) {

    /** Copies the lists. */
    public Scan {
        fields = List.copyOf(fields);
        rooms = List.copyOf(rooms);
    }

    /** Returns the scan of one sheet. */
    public static Scan of(BufferedImage image, FormCopy copy, Platen platen) {
        Shape sheet = new Rectangle2D.Double(0, 0, copy.form().width(), copy.form().height());
        List<Rectangle2D> fields = copy.form().fields().stream().map(FieldDefinition::name).map(name -> copy.places().get(name).area())
            .map(area -> place(area, platen)).toList();
        return new Scan(image, platen.dpi(), new Area(platen.toPixels().createTransformedShape(sheet)), fields,
            copy.rooms().stream().map(area -> place(area, platen)).toList());
    }

    private static Rectangle2D place(io.penstock.segment.geometry.Area area, Platen platen) {
        Shape place = new Rectangle2D.Double(area.x(), area.y(), area.width(), area.height());
        return platen.toPixels().createTransformedShape(place).getBounds2D();
    }

    double perMillimetre() {
        return dpi / Platen.MM_PER_INCH;
    }
}
