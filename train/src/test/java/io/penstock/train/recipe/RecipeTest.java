package io.penstock.train.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.train.run.Schedule;
import io.penstock.train.run.TrainException;
import io.penstock.train.run.TrainOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class RecipeTest {

    @ParameterizedTest
    @FieldSource("io.penstock.train.recipe.Recipe#SHIPPED")
    void theRecipesThatShipAreValid(String name) {
        assertThat(Recipe.named(name).networks()).isNotEmpty();
    }

    @Test
    void aGroupStandsForOneNetworkASeed() {
        Recipe recipe = Recipe.parse("mine", """
            networks:
              - {name: big, model: wide5, samples: shipped, seeds: [1, 7], epochs: 3, schedule: one-cycle}
              - {name: gate, model: gate, samples: shipped, seeds: [1]}
            ensembles:
              - {name: both, members: [big, gate-1], gate: gate}
            """);
        assertThat(recipe.resolve("big")).containsExactly("big-1", "big-7");
        assertThat(recipe.resolve("big-7")).containsExactly("big-7");
        TrainOptions options = recipe.networks().get(0).options(7, Path.of("work"));
        assertThat(options.work()).isEqualTo(Path.of("work/big-7"));
        assertThat(options.classes()).isEqualTo(11);
        assertThat(options.epochs()).isEqualTo(3);
        assertThat(options.schedule()).isEqualTo(Schedule.ONE_CYCLE);
    }

    @Test
    void aNetworkBeginsWithAnotherOfTheRecipeOrAFinishedOne() {
        Recipe recipe = Recipe.parse("mine", """
            networks:
              - {name: first, model: gap5, samples: shipped, seeds: [2]}
              - {name: second, model: gap5, from: first-2, samples: shipped, seeds: [2]}
              - {name: third, model: gap5, from: 0123456789ab, samples: shipped, seeds: [2]}
            """);
        assertThat(recipe.networks()).extracting(NetworkGroup::from).containsExactly(null, "first-2", "0123456789ab");
        assertThat(recipe.holds("first-2")).isTrue();
        assertThat(recipe.holds("0123456789ab")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "networks: [{name: a, model: cmm, samples: mnist, seeds: [1]}] | no model cmm: cnn, lenet-5",
        "networks: [{name: a, model: cnn, samples: mnits, seeds: [1]}] | no samples mnits: mnist,",
        "networks: [{name: a, model: cnn, samples: mnist, seeds: []}] | seeds must be a list",
        "networks: [{name: a, model: cnn, samples: mnist, seeds: [1], epoch: 3}] | no key epoch",
        "networks: [{name: a, model: cnn, samples: mnist, seeds: [1], schedule: linear}] | no schedule linear: constant, cosine",
        "networks: [{name: a, model: cnn, samples: mnist, seeds: [1, 1]}] | two networks a-1",
        "networks: [{name: a, model: cnn, from: b-1, samples: mnist, seeds: [1]}] | there is no network b-1: []",
        "networks: [{name: b, model: cnn, samples: mnist, seeds: [1]}, {name: a, model: cnn, from: b, samples: mnist, seeds: [1]}] | such "
            + "as b-1",
        "networks: [] | needs networks",
        "networks: [ | line 1",
    })
    void whatIsWrongIsSaid(String yaml, String message) {
        assertThatThrownBy(() -> Recipe.parse("mine", yaml)).isInstanceOf(TrainException.class)
            .hasMessageContaining("RECIPE_INVALID: mine").hasMessageContaining(message);
    }

    @Test
    void anEnsembleOfWhatIsNotThereIsInvalid() {
        assertThatThrownBy(() -> Recipe.parse("mine", """
            networks: [{name: a, model: cnn, samples: mnist, seeds: [1]}]
            ensembles: [{name: e, members: [b]}]
            """)).hasMessageContaining("there is no network b: [a]");
    }

    @Test
    void anUnknownRecipeNamesThoseThatShip() {
        assertThatThrownBy(() -> Recipe.named("sead-rows")).hasMessageContaining("RECIPE_NOT_FOUND").hasMessageContaining("seed-rows");
    }
}
