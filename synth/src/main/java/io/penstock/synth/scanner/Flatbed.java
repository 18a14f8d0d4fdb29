package io.penstock.synth.scanner;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Several sheets on one scanned page: small ones one below the other on the glass, large ones printed two on a page. */
public final class Flatbed {

    private static final double GLASS_WIDTH = 210;
    private static final double GLASS_HEIGHT = 297;
    /** Two sheets of a size, side by side, are the next larger one. */
    private static final double TWO_UP = Math.sqrt(0.5);
    /** The shadow of a sheet's edge belongs to it, millimetres. */
    private static final float EDGE = 0.6f;

    private final RandomGenerator random;

    /** Creates a glass on which chance decides where sheets lie. */
    public Flatbed(RandomGenerator random) {
        this.random = random;
    }

    /** Returns a page on which large sheets are printed smaller, side by side or, where they are broad, one below the other. */
    public Scan twoUp(List<Scan> scans) {
        boolean broad = scans.get(0).image().getWidth() > scans.get(0).image().getHeight();
        List<AffineTransform> places = new ArrayList<>();
        double along = 0;
        double across = 0;
        for (Scan scan : scans) {
            AffineTransform place = AffineTransform.getTranslateInstance(broad ? 0 : along, broad ? along : 0);
            place.scale(TWO_UP, TWO_UP);
            places.add(place);
            along += TWO_UP * (broad ? scan.image().getHeight() : scan.image().getWidth());
            across = Math.max(across, TWO_UP * (broad ? scan.image().getWidth() : scan.image().getHeight()));
        }
        return page(scans, places, broad ? across : along, broad ? along : across, false);
    }

    /** Returns the whole glass, or what of it is not empty, with small sheets one below the other. */
    public Scan below(List<Scan> scans) {
        double perMm = scans.get(0).perMillimetre();
        double widest = scans.stream().mapToDouble(scan -> scan.image().getWidth()).max().orElseThrow();
        boolean whole = random.nextBoolean();
        double width = Math.max(widest, whole ? GLASS_WIDTH * perMm : widest + 12 * perMm * random.nextDouble());
        List<AffineTransform> places = new ArrayList<>();
        double y = perMm * 4 * random.nextDouble();
        for (Scan scan : scans) {
            double x = (width - scan.image().getWidth()) * random.nextDouble();
            places.add(AffineTransform.getTranslateInstance(Math.rint(x), Math.rint(y)));
            y += scan.image().getHeight() + perMm * 6 * random.nextDouble();
        }
        return page(scans, places, width, Math.max(y, whole ? GLASS_HEIGHT * perMm : y), true);
    }

    private Scan page(List<Scan> scans, List<AffineTransform> places, double width, double height, boolean loose) {
        Scan first = scans.get(0);
        BufferedImage page = new BufferedImage((int) Math.ceil(width), (int) Math.ceil(height), first.image().getType());
        lid(page.getRaster());
        Graphics2D graphics = page.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        Area sheets = new Area();
        List<Rectangle2D> fields = new ArrayList<>();
        List<Rectangle2D> rooms = new ArrayList<>();
        for (int i = 0; i < scans.size(); i++) {
            Scan scan = scans.get(i);
            AffineTransform place = places.get(i);
            Area sheet = scan.sheets().createTransformedArea(place);
            graphics.setClip(loose ? withEdge(sheet, EDGE * (float) scan.perMillimetre()) : null);
            graphics.drawImage(scan.image(), place, null);
            sheets.add(sheet);
            scan.fields().forEach(field -> fields.add(place.createTransformedShape(field).getBounds2D()));
            scan.rooms().forEach(room -> rooms.add(place.createTransformedShape(room).getBounds2D()));
        }
        graphics.dispose();
        return new Scan(page, first.dpi(), sheets, fields, rooms);
    }

    private static Area withEdge(Area sheet, float edge) {
        Area grown = new Area(new BasicStroke(2 * edge).createStrokedShape(sheet));
        grown.add(sheet);
        return grown;
    }

    private void lid(WritableRaster raster) {
        double light = 205 + 35 * random.nextDouble();
        int[] row = new int[raster.getWidth() * raster.getNumBands()];
        for (int y = 0; y < raster.getHeight(); y++) {
            for (int i = 0; i < row.length; i++) {
                row[i] = (int) Math.round(Math.min(255, light + 1.5 * random.nextGaussian()));
            }
            raster.setPixels(0, y, raster.getWidth(), 1, row);
        }
    }
}
