package io.penstock.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The picture of the modules in docs/architecture.md: a box for each with its packages, above what it stands on. Drawn from the poms and
 * the folders of sources.
 */
final class ModulePicture {

    private static final Pattern MODULE = Pattern.compile("<module>(\\w+)</module>");
    private static final Pattern KNOWN = Pattern.compile("<artifactId>penstock-(\\w+)</artifactId>");
    private static final int WIDTH = 210;
    private static final int GAP = 24;
    private static final int LINE = 15;
    private static final int HEAD = 30;
    private static final int BETWEEN = 46;
    private static final int PICTURE = 5 * WIDTH + 6 * GAP;

    private final Path home;
    private final Map<String, SortedSet<String>> knows = new LinkedHashMap<>();
    private final Map<String, List<String>> packages = new LinkedHashMap<>();
    private final Map<String, int[]> places = new LinkedHashMap<>();

    ModulePicture(Path home) throws IOException {
        this.home = home;
        Matcher modules = MODULE.matcher(Files.readString(home.resolve("pom.xml")));
        while (modules.find()) {
            String module = modules.group(1);
            knows.put(module, known(module));
            packages.put(module, packages(module));
        }
    }

    private SortedSet<String> known(String module) throws IOException {
        String pom = Files.readString(home.resolve(module).resolve("pom.xml"));
        SortedSet<String> known = new TreeSet<>();
        Matcher dependencies = KNOWN.matcher(pom.substring(pom.indexOf("<dependencies>")));
        while (dependencies.find()) {
            known.add(dependencies.group(1));
        }
        return known;
    }

    /** Returns the packages of a module, without the ones within them, each once. */
    private List<String> packages(String module) throws IOException {
        Path sources = home.resolve(module).resolve("src/main/java/io/penstock");
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java")).map(file -> sources.relativize(file.getParent()))
                .filter(folder -> folder.getNameCount() > 1).map(folder -> folder.getName(1).toString()).distinct().sorted().toList();
        }
    }

    /** Returns the picture as SVG: the same modules and packages always give the same text. */
    String svg() {
        int height = place();
        StringBuilder svg = new StringBuilder(String.format(Locale.ROOT, """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">
            <title>Modules and their packages; an arrow leads to what a module stands on</title>
            <rect width="100%%" height="100%%" fill="#fff"/>
            <defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">\
            <path d="M0 0 8 4 0 8z" fill="#56697c"/></marker></defs>
            """, PICTURE, height));
        knows.keySet().forEach(module -> direct(module).forEach(other -> svg.append(arrow(places.get(module), places.get(other)))));
        knows.keySet().forEach(module -> svg.append(box(module, places.get(module))));
        return svg.append("</svg>\n").toString();
    }

    /** Gives each module its left, top, and height; returns the height of the picture. */
    private int place() {
        int highest = knows.keySet().stream().mapToInt(this::level).max().orElse(0);
        int top = GAP;
        for (int level = highest; level >= 0; level--) {
            int here = level;
            List<String> row = knows.keySet().stream().filter(module -> level(module) == here).toList();
            int left = (PICTURE - row.size() * (WIDTH + GAP) + GAP) / 2;
            int tallest = 0;
            for (String module : row) {
                int height = HEAD + LINE * lines(module).size();
                places.put(module, new int[] {left, top, height});
                left += WIDTH + GAP;
                tallest = Math.max(tallest, height);
            }
            top += tallest + BETWEEN;
        }
        return top - BETWEEN + GAP;
    }

    private int level(String module) {
        return knows.get(module).stream().mapToInt(other -> level(other) + 1).max().orElse(0);
    }

    /** Returns what a module knows by itself, and not only through another that it knows. */
    private List<String> direct(String module) {
        return knows.get(module).stream()
            .filter(other -> knows.get(module).stream().noneMatch(through -> !through.equals(other) && reaches(through, other))).toList();
    }

    private boolean reaches(String module, String other) {
        return knows.get(module).stream().anyMatch(next -> next.equals(other) || reaches(next, other));
    }

    /** Returns the names of a module's packages, as many on a line as go in. */
    private List<String> lines(String module) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String name : packages.get(module)) {
            if (line.length() + name.length() > 30) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " · ").append(name);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    private static String arrow(int[] from, int[] to) {
        return String.format(Locale.ROOT, "<path d=\"M%d %dL%d %d\" stroke=\"#56697c\" fill=\"none\" marker-end=\"url(#tip)\"/>\n",
            from[0] + WIDTH / 2, from[1] + from[2], to[0] + WIDTH / 2, to[1]);
    }

    private String box(String module, int[] place) {
        List<String> lines = lines(module);
        String text = IntStream.range(0, lines.size()).mapToObj(i -> String.format(Locale.ROOT,
            "<text x=\"%d\" y=\"%d\" fill=\"#33475b\">%s</text>\n", place[0] + 10, place[1] + HEAD + 4 + i * LINE, lines.get(i)))
            .collect(Collectors.joining());
        return String.format(Locale.ROOT, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\" "
            + "fill=\"#eef3f8\" stroke=\"#56697c\"/>\n"
            + "<text x=\"%d\" y=\"%d\" font-weight=\"bold\" font-size=\"14\" fill=\"#14202b\">%s</text>\n%s", place[0], place[1], WIDTH,
            place[2], place[0] + 10, place[1] + 19, module, text);
    }
}
