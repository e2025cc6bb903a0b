import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { post } from '../api/client';
import { assetsQuestion } from '../api/queries';
import type { AssetPage, Plan, PlanRequest } from '../api/types';

/** What the server would do; asked anew when the request or what is published changes. */
export const usePlan = (request: PlanRequest): UseQueryResult<Plan> =>
  useQuery({
    queryKey: ['/plan', request],
    queryFn: ({ signal }) => post('/plan', request, {}, signal),
    placeholderData: keepPreviousData,
    structuralSharing: false,
  });

/** How many assets a selection is of. */
export const useSelected = (selection: string | undefined): UseQueryResult<AssetPage> =>
  useQuery(assetsQuestion({ selection, limit: 1 }));
