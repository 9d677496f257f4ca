import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link, type LinkProps } from '@tanstack/react-router';

interface BackLinkProps {
  to: NonNullable<LinkProps['to']>;
  params?: Readonly<Record<string, string>>;
  children: string;
}

/** The way from a detail back to where it belongs. */
export function BackLink({ to, params, children }: BackLinkProps) {
  const target = { to, ...(params ? { params } : {}) } as LinkProps;
  return (
    <Button
      variant="subtle"
      size="xs"
      leftSection={<IconArrowLeft size={16} aria-hidden />}
      mb={8}
      ml={-8}
      renderRoot={(props) => <Link {...target} {...props} />}
    >
      {children}
    </Button>
  );
}
