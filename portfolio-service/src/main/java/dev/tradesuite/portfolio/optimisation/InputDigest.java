package dev.tradesuite.portfolio.optimisation;

import dev.tradesuite.quant.optimiser.Universe;
import dev.tradesuite.support.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * SHA-256 over everything weights follow from: the hash of the request, then the codes, expected returns and covariance
 * it led to. The same question asked again has another hash only when the data of registered strategies changed.
 */
final class InputDigest {

    private InputDigest() {}

    static String of(String requestHash, Universe universe) {
        byte[] codes = String.join("\n", universe.codes()).getBytes(StandardCharsets.UTF_8);
        int size = universe.size();
        ByteBuffer all = ByteBuffer.allocate(requestHash.length() + codes.length + Double.BYTES * size * (size + 1));
        all.put(requestHash.getBytes(StandardCharsets.US_ASCII)).put(codes);
        for (double expected : universe.expectedReturns()) {
            all.putDouble(expected);
        }
        for (int i = 0; i < size; i++) {
            for (double covariance : universe.covariance().row(i)) {
                all.putDouble(covariance);
            }
        }
        return Sha256.hex(all.array());
    }
}
