package io.penstock.classify.model;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Where the files of a store are read from. */
interface ModelPlace {

    /** Opens a file by its name; null where there is none. */
    InputStream open(String name) throws IOException;

    /** Returns the names of all files. */
    List<String> names() throws IOException;
}
