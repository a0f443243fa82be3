/**
 * A certificate for 127.0.0.1 that is its own authority, and its key, for tests over TLS and nothing else. Made once with
 * `openssl req -x509 -newkey ec`, valid for a hundred years.
 */
export const certificate = `-----BEGIN CERTIFICATE-----
MIIBmzCCAUGgAwIBAgIUByNN0TO7bM3ymr/RQrR3F0GCofIwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJMTI3LjAuMC4xMCAXDTI2MTEyMjA0MjIyNVoYDzIxMjYxMDI5
MDQyMjI1WjAUMRIwEAYDVQQDDAkxMjcuMC4wLjEwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAQ55iF7dJS0Vjb+TQJWmgPlOPI8b5NqmAgTy1WqjWVsjwdSSLIdMo7p
agCxtJgQqWBiur1zbGAdYRJ2AgxRw1uho28wbTAdBgNVHQ4EFgQU4h2bJVYjoMAJ
yYfs6todals8iFkwHwYDVR0jBBgwFoAU4h2bJVYjoMAJyYfs6todals8iFkwGgYD
VR0RBBMwEYIJbG9jYWxob3N0hwR/AAABMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZI
zj0EAwIDSAAwRQIhAPg3ZM6ANfJbxlwEZzsBItgDZpfq3tJ9Ab+f+eJmU96NAiB2
6NUjAFKbDt5zdS7i4/D1QRSd77Hm2IvJPdj14+m4Wg==
-----END CERTIFICATE-----
`;
export const privateKey = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgC3HmCTuQkz/eKPhp
AU8XGiOrqwk6L1oXshOQs5LjPxWhRANCAAQ55iF7dJS0Vjb+TQJWmgPlOPI8b5Nq
mAgTy1WqjWVsjwdSSLIdMo7pagCxtJgQqWBiur1zbGAdYRJ2AgxRw1uh
-----END PRIVATE KEY-----
`;
