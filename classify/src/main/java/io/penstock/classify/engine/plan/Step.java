package io.penstock.classify.engine.plan;

/** One thing that a network does to what the step before gave. */
public sealed interface Step {

    /** Returns what goes in. */
    Shape in();

    /** Returns what comes out. */
    Shape out();

    /** A step with trained weights. */
    sealed interface Linear extends Step {

        /** Returns its weights. */
        Weights weights();

        /** Returns what is done to each output. */
        Activation activation();

        /** Returns the same step with other weights and another activation. */
        Linear with(Weights weights, Activation activation);
    }

    /** A convolution. */
    record Convolution(Shape in, Shape out, Window window, Weights weights, Activation activation) implements Linear {
        @Override
        public Linear with(Weights weights, Activation activation) {
            return new Convolution(in, out, window, weights, activation);
        }
    }

    /** Each output from all inputs. */
    record Dense(Shape in, Shape out, Weights weights, Activation activation) implements Linear {
        @Override
        public Linear with(Weights weights, Activation activation) {
            return new Dense(in, out, weights, activation);
        }
    }

    /**
     * The maximum or mean of each window of each map.
     *
     * @param maximum false: the mean, and the window is not padded
     */
    record Pooling(Shape in, Shape out, Window window, boolean maximum) implements Step {
    }
}
