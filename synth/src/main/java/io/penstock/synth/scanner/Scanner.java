package io.penstock.synth.scanner;

import io.penstock.synth.handwriting.InkBrush;
import io.penstock.synth.paper.FormPress;
import io.penstock.synth.paper.Layer;
import io.penstock.synth.paper.Sheet;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Turns filled sheets into scans: paper, printing and ink seen through glass, lens and sensor. */
public final class Scanner {

    /** Beyond this, grey is white in a bilevel scan. */
    private static final int BILEVEL_THRESHOLD = 152;

    private final double noise;
    private final FormPress press = new FormPress();

    /** Sets up a scanner; {@code noise} is 0 (clean) to 1. */
    public Scanner(double noise) {
        this.noise = noise;
    }

    /** Scans a sheet; the image has three channels or one. */
    public BufferedImage scan(Sheet sheet, Platen platen, boolean colour, RandomGenerator random) {
        byte[] printed = mask(platen, graphics -> press.print(sheet.copy(), graphics));
        byte[] inked = mask(platen, graphics -> new InkBrush(graphics).draw(sheet.ink()));
        BufferedImage image = new BufferedImage(platen.width(), platen.height(),
            colour ? BufferedImage.TYPE_3BYTE_BGR : BufferedImage.TYPE_BYTE_GRAY);
        byte[] pixels = pixels(image);
        SheetView view = new SheetView(sheet, platen, noise, random);
        double[] paper = sheet.paper().channels(colour);
        double[] printing = sheet.printing().channels(colour);
        double[] pen = sheet.pen().channels(colour);
        List<Coverage> coverages = sheet.layers().stream().map(layer -> coverage(layer, platen, colour)).toList();
        Sensor sensor = new Sensor(noise, platen.dpi(), random);
        for (int channel = 0; channel < paper.length; channel++) {
            Plane plane = view.channel(printed, inked, paper[channel], printing[channel], pen[channel]);
            for (Coverage coverage : coverages) {
                view.cover(plane, coverage, channel);
            }
            sensor.read(plane, pixels, channel, paper.length);
        }
        return image;
    }

    /** Returns a scan as black and white. */
    static BufferedImage bilevel(BufferedImage grey) {
        BufferedImage image = new BufferedImage(grey.getWidth(), grey.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        byte[] from = pixels(grey);
        byte[] to = pixels(image);
        int stride = (grey.getWidth() + 7) / 8;
        for (int y = 0; y < grey.getHeight(); y++) {
            for (int x = 0; x < grey.getWidth(); x++) {
                if ((from[y * grey.getWidth() + x] & 0xFF) > BILEVEL_THRESHOLD) {
                    to[y * stride + x / 8] |= (byte) (0x80 >> x % 8);
                }
            }
        }
        return image;
    }

    private static Coverage coverage(Layer layer, Platen platen, boolean colour) {
        Plane mask = Plane.of(platen.width(), platen.height());
        byte[] drawn = mask(platen, layer.drawing());
        for (int i = 0; i < drawn.length; i++) {
            mask.level()[i] = (drawn[i] & 0xFF) / 255f;
        }
        mask.blur(layer.smear() * platen.perMillimetre());
        return new Coverage(mask, layer.paint().channels(colour), layer.skips());
    }

    private static byte[] mask(Platen platen, Consumer<Graphics2D> drawing) {
        BufferedImage mask = new BufferedImage(platen.width(), platen.height(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = mask.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.transform(platen.toPixels());
        drawing.accept(graphics);
        graphics.dispose();
        return pixels(mask);
    }

    private static byte[] pixels(BufferedImage image) {
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }
}
