package io.penstock.app.command.option;

import io.penstock.classify.model.ModelStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The option that says where models lie. */
public final class ModelStoreOptions {

    @Option(names = "--models", paramLabel = "DIR", description = "Folder of models; default: those that ship.")
    private Path folder;

    public ModelStore store() {
        if (folder != null && !Files.isDirectory(folder)) {
            throw CommandFailure.badArguments("no folder " + folder + ": name one that 'penstock train' wrote models to");
        }
        return folder == null ? ModelStore.shipped() : ModelStore.in(folder);
    }

    /** Returns whether an ensemble has this name; ensembles come before networks. */
    public boolean isEnsemble(String name) {
        return store().ensembles().contains(name);
    }

    /** Returns the content hash of the network that is asked for by it or by how it begins. */
    public String network(String beginning) {
        List<String> found = store().networks().stream().filter(hash -> hash.startsWith(beginning)).toList();
        if (found.size() != 1) {
            throw CommandFailure.badArguments((found.isEmpty() ? "no ensemble or network " : "more than one network ") + beginning + " in "
                + store() + ": ensembles are " + store().ensembles() + ", networks are " + store().networks());
        }
        return found.get(0);
    }
}
