package dev.tradesuite.contracts.portfolio;

/**
 * Two clusters that become one. Assets count from 0 in the order of the codes; clusters go on from there.
 *
 * @param first one of them
 * @param second the other
 * @param distance of both
 * @param size assets in it
 */
public record ClusterMerge(int first, int second, double distance, int size) {}
