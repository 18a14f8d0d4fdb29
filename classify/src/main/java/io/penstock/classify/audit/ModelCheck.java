package io.penstock.classify.audit;

import io.penstock.classify.model.ModelException;

/**
 * What was found of one network or ensemble.
 *
 * @param name    content hash of the network, name of the ensemble
 * @param problem permanent code of what is wrong; null where all is well
 * @param finding what it is; where something is wrong, what, and what to do
 */
public record ModelCheck(String name, ModelException.Code problem, String finding) {

    /** Returns whether nothing is wrong. */
    public boolean isWell() {
        return problem == null;
    }

    static ModelCheck well(String name, String finding) {
        return new ModelCheck(name, null, finding);
    }

    static ModelCheck failed(String name, ModelException problem) {
        return new ModelCheck(name, problem.code(), problem.getMessage().substring(problem.code().name().length() + 2));
    }
}
