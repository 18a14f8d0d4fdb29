/** All networks and ensembles of a model folder, measured alike and shown side by side. Nothing is trained or chosen here. */
package io.penstock.train.variants;
