import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Schemas, told } from '@/lib/api';
import { notify } from '@/lib/notices';
import { keys } from '@/lib/queries';

export type Business = Schemas['BusinessResponse'];

/** Makes a business the current one, and forgets everything that was read from another. */
export function useSelectBusiness(onSelected?: (business: Business) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (business: Business) =>
      told(
        api.POST('/api/business/select', {
          params: { query: { connection_id: business.connection_id } },
          body: { business_id: business.id },
        }),
      ),
    onSuccess: async (business) => {
      queries.removeQueries({ queryKey: keys.books, type: 'inactive' });
      await Promise.all(
        [keys.books, keys.businesses, keys.connections, keys.audit].map((queryKey) => queries.invalidateQueries({ queryKey })),
      );
      notify({ tone: 'done', leadsOn: true, text: `You work in ${business.name} now.` });
      onSelected?.(business);
    },
  });
}
