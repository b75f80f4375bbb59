"""Limb measurements as documents."""
