package dev.tradesuite.contracts.risk;

import java.util.List;

/**
 * What became of the stakes asked for.
 *
 * @param reservations one for each stake of the request, in its order; a denied one has its assessment
 */
public record ReservedStakes(List<Reservation> reservations) {}
