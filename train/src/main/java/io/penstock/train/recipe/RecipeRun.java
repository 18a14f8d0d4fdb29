package io.penstock.train.recipe;

import io.penstock.classify.model.Ensemble;
import io.penstock.classify.model.ModelRecord;
import io.penstock.train.calibrate.EnsembleBuilder;
import io.penstock.train.data.DataFolder;
import io.penstock.train.run.TrainProgress;
import io.penstock.train.run.TrainRun;
import io.penstock.train.run.TrainTask;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A recipe being followed. What is finished is not done again, and what was broken off goes on: start it anew with the same folders.
 *
 * @param name   what the recipe was asked for by, for the records
 * @param recipe what is made
 * @param folder where the data sets are
 * @param models folder of the model store that networks and ensembles are added to
 * @param work   folder of checkpoints, one folder a network
 */
public record RecipeRun(String name, Recipe recipe, DataFolder folder, Path models, Path work) {

    /** Is told what comes next. */
    public interface Listener {

        /**
         * A network is about to be trained, or was found finished.
         *
         * @return who is told how its training goes
         */
        TrainProgress network(String name, int number, int count);

        /** A network is in the model store. */
        void finished(String name, ModelRecord record);

        /** An ensemble is in the model store. */
        void finished(Ensemble ensemble);
    }

    /**
     * Trains the networks one after the other, then makes the ensembles.
     *
     * @param only names of networks or groups: these are trained, with those that they begin with, and no ensemble is made; empty for the
     *             whole recipe
     * @throws InterruptedException     where the thread is interrupted; a later run goes on
     * @throws IllegalArgumentException where {@code only} holds what the recipe has not
     */
    public void run(List<String> only, Listener listener) throws InterruptedException {
        Set<String> wanted = new LinkedHashSet<>();
        only.forEach(asked -> wanted.addAll(recipe.resolve(asked)));
        if (wanted.isEmpty()) {
            recipe.networks().forEach(group -> wanted.addAll(group.networks()));
        }
        wanted.addAll(origins(wanted));
        Map<String, String> hashes = new LinkedHashMap<>();
        for (NetworkGroup group : recipe.networks()) {
            for (long seed : group.seeds()) {
                String network = group.network(seed);
                if (wanted.contains(network)) {
                    TrainTask task = new TrainTask(group.options(seed, work), group.sampleSet(),
                        hashes.getOrDefault(group.from(), group.from()), "penstock train --recipe " + name + " --only " + network);
                    ModelRecord record = new TrainRun(folder, models).run(task,
                        listener.network(network, hashes.size() + 1, wanted.size()));
                    hashes.put(network, record.hash());
                    listener.finished(network, record);
                }
            }
        }
        if (only.isEmpty()) {
            recipe.ensembles().forEach(ensemble -> listener.finished(build(ensemble, hashes)));
        }
    }

    /** Returns the networks of the recipe that others begin with, and what these begin with. */
    private Set<String> origins(Set<String> wanted) {
        Set<String> origins = new LinkedHashSet<>();
        for (int i = recipe.networks().size() - 1; i >= 0; i--) {
            NetworkGroup group = recipe.networks().get(i);
            boolean asked = group.networks().stream().anyMatch(name -> wanted.contains(name) || origins.contains(name));
            if (asked && group.from() != null && recipe.holds(group.from())) {
                origins.add(group.from());
            }
        }
        return origins;
    }

    private Ensemble build(EnsemblePlan plan, Map<String, String> hashes) {
        String gate = plan.gate() == null ? null : hashes.get(recipe.resolve(plan.gate()).get(0));
        return new EnsembleBuilder(folder, models).build(plan.name(), found(plan.members(), hashes), plan.slant(), gate,
            found(plan.lines(), hashes));
    }

    private List<String> found(List<String> names, Map<String, String> hashes) {
        return names.stream().flatMap(name -> recipe.resolve(name).stream()).map(hashes::get).toList();
    }
}
