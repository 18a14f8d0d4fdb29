package io.penstock.classify.model;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;

/** The folder {@code models} on the class path: in a jar, or in what a build has just compiled. */
record ClassPathPlace() implements ModelPlace {

    private static final String FOLDER = "models/";

    @Override
    public InputStream open(String name) {
        return ModelStore.class.getResourceAsStream("/" + FOLDER + name);
    }

    @Override
    public List<String> names() throws IOException {
        URL folder = ModelStore.class.getResource("/" + FOLDER);
        if (folder == null) {
            return List.of();
        }
        URLConnection connection = folder.openConnection();
        if (!(connection instanceof JarURLConnection inJar)) {
            return new FolderPlace(Path.of(URI.create(folder.toString()))).names();
        }
        // a jar from the cache would be closed for the class loader too
        inJar.setUseCaches(false);
        try (JarFile jar = inJar.getJarFile()) {
            return jar.stream().filter(entry -> entry.getName().startsWith(FOLDER) && !entry.isDirectory())
                .map(entry -> entry.getName().substring(FOLDER.length())).toList();
        }
    }

    @Override
    public String toString() {
        return "the shipped models";
    }
}
