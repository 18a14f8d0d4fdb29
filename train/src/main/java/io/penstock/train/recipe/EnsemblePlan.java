package io.penstock.train.recipe;

import java.util.List;

/**
 * An ensemble that a recipe makes of its networks.
 *
 * @param name    what it will be asked for by
 * @param members names of networks, or of groups for all their networks
 * @param slant   columns a row that the members' two further views of a glyph lean; 0: none
 * @param gate    name of the network that answers easy glyphs alone; null where there is none
 * @param lines   names of networks, or of groups, that read lines of free writing; null where none does
 */
record EnsemblePlan(String name, List<String> members, double slant, String gate, List<String> lines) {

    /** Rejects what is no ensemble. */
    EnsemblePlan {
        lines = lines == null ? List.of() : lines;
        if (name == null || members == null || members.isEmpty()) {
            throw new IllegalArgumentException("an ensemble needs a name and members");
        }
    }
}
