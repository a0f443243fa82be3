#!/bin/sh
# Makes an authority and one certificate for each node, once. Runs in the image of es-gencert-cli.
#
# The names matter: the client calls nodes by the names that they advertise, and over TLS never by an IP address.
set -eu

if [ ! -f /certs/ca/ca.crt ]; then
  es-gencert-cli create-ca -out /certs/ca
fi
for node in node1 node2 node3; do
  if [ ! -f "/certs/$node/node.crt" ]; then
    es-gencert-cli create-node -ca-certificate /certs/ca/ca.crt -ca-key /certs/ca/ca.key \
      -out "/certs/$node" -dns-names "$node,localhost" -ip-addresses 127.0.0.1
  fi
  # Each node trusts what lies in its folder "trusted" and never sees the authority's key.
  mkdir -p "/$node/trusted"
  cp "/certs/$node/node.crt" "/certs/$node/node.key" "/$node/"
  cp /certs/ca/ca.crt "/$node/trusted/"
  chown -R 1000:1000 "/$node"
  chmod 600 "/$node/node.key"
done
cp /certs/ca/ca.crt /trust/ca.crt
chmod 644 /trust/ca.crt
