package dev.tradesuite.contracts.portfolio;

import java.util.List;
import java.util.Map;

/**
 * The tree of assets, and the weights along it.
 *
 * @param codes in the order of the data
 * @param order codes as they stand below the tree
 * @param merges the nearest first
 * @param clusters codes of each
 * @param hrp weights of hierarchical risk parity
 * @param herc weights of hierarchical equal risk contribution
 * @param nco weights of nested clustered optimisation
 * @param data what it rests on
 * @param warnings what should be known
 */
public record HierarchicalAnswer(
        List<String> codes,
        List<String> order,
        List<ClusterMerge> merges,
        List<List<String>> clusters,
        Map<String, Double> hrp,
        Map<String, Double> herc,
        Map<String, Double> nco,
        OptimizationDataReport data,
        List<String> warnings) {}
